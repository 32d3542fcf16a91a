/* Privileges, given up for good: no id but the box's, no capability now or later, no set-user-id program that
 * works. Set-uid binaries of /usr are the oldest way up. */
#include "box.h"

#include <errno.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

void become_box_user(void)
{
	/* EPERM: an ordinary user's box may not change groups; nothing that it can see belongs to them. */
	if (setgroups(0, NULL) && errno != EPERM)
		tell_failure("setgroups: %s", strerror(errno));
	if (setresgid(BOX_ID, BOX_ID, BOX_ID) || setresuid(BOX_ID, BOX_ID, BOX_ID))
		tell_failure("setresuid: %s", strerror(errno));
}

void drop_privileges(void)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct none[2] = {{0}};

	for (int cap = 0; cap < 64; cap++)
		if (prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) && errno != EINVAL)
			tell_failure("bounding set: %s", strerror(errno));
	prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
	if (prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
		  SECBIT_NO_SETUID_FIXUP_LOCKED | SECBIT_KEEP_CAPS_LOCKED | SECBIT_NO_CAP_AMBIENT_RAISE |
		  SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED, 0, 0, 0))
		tell_failure("securebits: %s", strerror(errno));
	if (syscall(SYS_capset, &header, none))
		tell_failure("capset: %s", strerror(errno));
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		tell_failure("no_new_privs: %s", strerror(errno));
}
