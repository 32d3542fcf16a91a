/* Landlock, the second wall around files and sockets: should a mount ever be wrong, these rules still hold. What the
 * running kernel does not know yet is left out; the mounts and the call filter are the first wall. */
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

/* The header of older systems lacks what newer kernels offer: the interface is written out here. */
enum {
	EXECUTE = 1 << 0, WRITE_FILE = 1 << 1, READ_FILE = 1 << 2, READ_DIR = 1 << 3,
	MAKE_CHAR = 1 << 6, MAKE_SOCK = 1 << 9, MAKE_BLOCK = 1 << 11,
	REFER = 1 << 13, TRUNCATE = 1 << 14, IOCTL_DEV = 1 << 15,
};
#define FIRST_VERSION ((1 << 13) - 1)
#define NET_BIND_AND_CONNECT 3
#define SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS 3

struct ruleset {
	uint64_t files, net, scopes;
};
struct beneath {
	uint64_t allowed;
	int32_t folder;
} __attribute__((packed));

static int allow(int ruleset, const char *path, uint64_t access)
{
	struct beneath rule = {.allowed = access, .folder = open(path, O_PATH | O_CLOEXEC)};

	if (rule.folder < 0)
		return errno == ENOENT ? 0 : -1;
	int failed = (int)syscall(SYS_landlock_add_rule, ruleset, 1, &rule, 0);
	close(rule.folder);
	return failed;
}

int restrict_files(const struct options *options)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);

	if (version < 1)
		return 0; /* not in this kernel, or switched off */
	uint64_t all = FIRST_VERSION;
	if (version >= 2)
		all |= REFER;
	if (version >= 3)
		all |= TRUNCATE;
	if (version >= 5)
		all |= IOCTL_DEV;
	struct ruleset wanted = {
		.files = all,
		.net = version >= 4 ? NET_BIND_AND_CONNECT : 0,
		.scopes = version >= 6 ? SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS : 0,
	};
	size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
	int ruleset = (int)syscall(SYS_landlock_create_ruleset, &wanted, size, 0);
	if (ruleset < 0)
		return -1;

	uint64_t read = READ_FILE | READ_DIR, run = read | EXECUTE;
	uint64_t scratch = all & ~(uint64_t)(EXECUTE | MAKE_CHAR | MAKE_BLOCK | MAKE_SOCK | IOCTL_DEV);
	int failed = allow(ruleset, "/", READ_DIR) || allow(ruleset, "/etc", read) || allow(ruleset, "/proc", read) ||
		     allow(ruleset, "/dev", read | WRITE_FILE) || allow(ruleset, "/app", run) ||
		     allow(ruleset, "/box", scratch) || allow(ruleset, "/tmp", scratch) ||
		     allow(ruleset, "/dev/shm", scratch);
	for (int i = 0; i < options->n_binds && !failed; i++) {
		/* A file takes no rights of folders. */
		int probe = open(options->binds[i].to, O_PATH | O_DIRECTORY | O_CLOEXEC);
		failed = allow(ruleset, options->binds[i].to, probe < 0 ? (READ_FILE | EXECUTE) : run);
		if (probe >= 0)
			close(probe);
	}
	if (failed)
		return -1;
	return (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
}
