/* The box's first process, born into namespaces of its own: its own users, mounts, processes, network (with nothing
 * in it), System V and POSIX IPC, host name and view of cgroups. From there no host process, socket, mount or
 * shared memory has a name. */
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef CLONE_INTO_CGROUP
#define CLONE_INTO_CGROUP 0x200000000ULL
#endif

/* Returns 0 in the child. With a cgroup (version 2) the child is born in it: nothing of it is counted elsewhere. */
pid_t be_born(int cgroup_fd, int *pidfd)
{
	struct {
		uint64_t flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls, set_tid,
			set_tid_size, cgroup;
	} args = {
		.flags = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS |
			 CLONE_NEWCGROUP | CLONE_PIDFD | (cgroup_fd >= 0 ? CLONE_INTO_CGROUP : 0),
		.pidfd = (uint64_t)(uintptr_t)pidfd,
		.exit_signal = SIGCHLD,
		.cgroup = cgroup_fd >= 0 ? (uint64_t)cgroup_fd : 0,
	};

	return (pid_t)syscall(SYS_clone3, &args, sizeof args);
}

static void write_text(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text))
		fail("write %s: %s", path, strerror(errno));
	close(fd);
}

/* One id each. Root is not among them, so nothing in the box can be root of anything. */
void map_ids(pid_t child, const struct options *options)
{
	char path[64], text[64];

	if (geteuid() != 0) { /* without privilege the kernel wants this said first */
		snprintf(path, sizeof path, "/proc/%d/setgroups", child);
		write_text(path, "deny");
	}
	snprintf(path, sizeof path, "/proc/%d/gid_map", child);
	snprintf(text, sizeof text, "%d %lld 1", BOX_ID, (long long)options->gid);
	write_text(path, text);
	snprintf(path, sizeof path, "/proc/%d/uid_map", child);
	snprintf(text, sizeof text, "%d %lld 1", BOX_ID, (long long)options->uid);
	write_text(path, text);
}
