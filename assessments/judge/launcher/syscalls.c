/* What a program may ask of the kernel. Everything that is not here is refused with EPERM (filter.c).
 *
 * ALLOW  what run-times and compilers need.
 * NOSYS  what they try and do without: newer ways for which they know an older one, and shared things that would
 *        be memory nobody counts (memfd, System V) or a channel between boxes through a shared inode (flock, inotify).
 * KILL   what nobody needs and only an attack asks for: shown to reviewers as a security violation.
 * Others are checked by argument.
 */
#include "box.h"

#include <sys/syscall.h>

#if defined(__x86_64__)
#define X86_64(name, rule) {__NR_##name, rule},
#else
#define X86_64(name, rule)
#endif
#define CALL(name, rule) {__NR_##name, rule},

/* The same on every architecture; older headers lack them. */
enum {
	nr_io_uring_setup = 425, nr_io_uring_enter, nr_io_uring_register, nr_open_tree, nr_move_mount, nr_fsopen,
	nr_fsconfig, nr_fsmount, nr_fspick, nr_pidfd_open, nr_clone3, nr_close_range, nr_openat2, nr_pidfd_getfd,
	nr_faccessat2, nr_process_madvise, nr_epoll_pwait2, nr_mount_setattr, nr_quotactl_fd,
	nr_landlock_create_ruleset, nr_landlock_add_rule, nr_landlock_restrict_self, nr_memfd_secret,
	nr_process_mrelease, nr_futex_waitv, nr_set_mempolicy_home_node, nr_cachestat, nr_fchmodat2,
};

const struct call calls[] = {
	/* files and pipes */
	CALL(read, ALLOW) CALL(write, ALLOW) CALL(readv, ALLOW) CALL(writev, ALLOW) CALL(pread64, ALLOW)
	CALL(pwrite64, ALLOW) CALL(preadv, ALLOW) CALL(pwritev, ALLOW) CALL(preadv2, ALLOW) CALL(pwritev2, ALLOW)
	CALL(openat, ALLOW) {nr_openat2, ALLOW}, CALL(close, ALLOW) {nr_close_range, ALLOW}, CALL(fstat, ALLOW)
	CALL(newfstatat, ALLOW) CALL(statx, ALLOW) CALL(statfs, ALLOW) CALL(fstatfs, ALLOW) CALL(lseek, ALLOW)
	CALL(faccessat, ALLOW) {nr_faccessat2, ALLOW}, CALL(getdents64, ALLOW) CALL(getcwd, ALLOW)
	CALL(chdir, ALLOW) CALL(fchdir, ALLOW) CALL(mkdirat, ALLOW) CALL(unlinkat, ALLOW) CALL(symlinkat, ALLOW)
	CALL(linkat, ALLOW) CALL(renameat, ALLOW) CALL(renameat2, ALLOW) CALL(readlinkat, ALLOW)
	CALL(fchmod, ALLOW) CALL(fchmodat, ALLOW) {nr_fchmodat2, ALLOW}, CALL(umask, ALLOW) CALL(utimensat, ALLOW)
	CALL(truncate, ALLOW) CALL(ftruncate, ALLOW) CALL(fallocate, ALLOW) CALL(fsync, ALLOW) CALL(fdatasync, ALLOW)
	CALL(fadvise64, ALLOW) CALL(dup, ALLOW) CALL(dup3, ALLOW) CALL(pipe2, ALLOW) CALL(fcntl, FCNTL)
	CALL(ioctl, IOCTL)
	X86_64(open, ALLOW) X86_64(creat, ALLOW) X86_64(stat, ALLOW) X86_64(lstat, ALLOW) X86_64(access, ALLOW)
	X86_64(getdents, ALLOW) X86_64(mkdir, ALLOW) X86_64(rmdir, ALLOW) X86_64(unlink, ALLOW)
	X86_64(symlink, ALLOW) X86_64(link, ALLOW) X86_64(rename, ALLOW) X86_64(readlink, ALLOW) X86_64(chmod, ALLOW)
	X86_64(utime, ALLOW) X86_64(utimes, ALLOW) X86_64(futimesat, ALLOW) X86_64(dup2, ALLOW) X86_64(pipe, ALLOW)
	/* waiting */
	CALL(ppoll, ALLOW) CALL(pselect6, ALLOW) CALL(epoll_create1, ALLOW) CALL(epoll_ctl, ALLOW)
	CALL(epoll_pwait, ALLOW) {nr_epoll_pwait2, ALLOW}, CALL(eventfd2, ALLOW) CALL(signalfd4, ALLOW)
	CALL(timerfd_create, ALLOW) CALL(timerfd_settime, ALLOW) CALL(timerfd_gettime, ALLOW)
	CALL(nanosleep, ALLOW) CALL(clock_nanosleep, ALLOW) CALL(futex, ALLOW) CALL(restart_syscall, ALLOW)
	X86_64(poll, ALLOW) X86_64(select, ALLOW) X86_64(epoll_create, ALLOW) X86_64(epoll_wait, ALLOW)
	X86_64(eventfd, ALLOW) X86_64(signalfd, ALLOW) X86_64(pause, ALLOW) X86_64(alarm, ALLOW)
	/* memory */
	CALL(mmap, ALLOW) CALL(mprotect, ALLOW) CALL(munmap, ALLOW) CALL(mremap, ALLOW) CALL(brk, ALLOW)
	CALL(madvise, ALLOW) CALL(mincore, ALLOW) CALL(msync, ALLOW) CALL(membarrier, ALLOW) CALL(get_mempolicy, ALLOW)
	/* processes and threads */
	CALL(clone, CLONE) CALL(execve, ALLOW) CALL(exit, ALLOW) CALL(exit_group, ALLOW) CALL(wait4, ALLOW)
	CALL(waitid, ALLOW) CALL(kill, ALLOW) CALL(tkill, ALLOW) CALL(tgkill, ALLOW) CALL(set_tid_address, ALLOW)
	CALL(set_robust_list, ALLOW) CALL(get_robust_list, ALLOW) CALL(rseq, ALLOW) CALL(prctl, PRCTL)
	CALL(setsid, ALLOW) CALL(setpgid, ALLOW) CALL(getpgid, ALLOW) CALL(getsid, ALLOW)
	CALL(getpid, ALLOW) CALL(getppid, ALLOW) CALL(gettid, ALLOW) CALL(getuid, ALLOW) CALL(geteuid, ALLOW)
	CALL(getgid, ALLOW) CALL(getegid, ALLOW) CALL(getresuid, ALLOW) CALL(getresgid, ALLOW) CALL(getgroups, ALLOW)
	CALL(sched_yield, ALLOW) CALL(sched_getaffinity, ALLOW) CALL(sched_getparam, ALLOW)
	CALL(sched_getscheduler, ALLOW) CALL(sched_get_priority_max, ALLOW) CALL(sched_get_priority_min, ALLOW)
	CALL(sched_setscheduler, SCHEDULER) CALL(getpriority, ALLOW) CALL(getcpu, ALLOW)
	X86_64(fork, ALLOW) X86_64(vfork, ALLOW) X86_64(arch_prctl, ALLOW) X86_64(getpgrp, ALLOW)
	/* signals and timers */
	CALL(rt_sigaction, ALLOW) CALL(rt_sigprocmask, ALLOW) CALL(rt_sigreturn, ALLOW) CALL(rt_sigpending, ALLOW)
	CALL(rt_sigtimedwait, ALLOW) CALL(rt_sigsuspend, ALLOW) CALL(rt_sigqueueinfo, ALLOW) CALL(sigaltstack, ALLOW)
	CALL(setitimer, ALLOW) CALL(getitimer, ALLOW) CALL(timer_create, ALLOW) CALL(timer_settime, ALLOW)
	CALL(timer_gettime, ALLOW) CALL(timer_getoverrun, ALLOW) CALL(timer_delete, ALLOW)
	/* facts */
	CALL(uname, ALLOW) CALL(sysinfo, ALLOW) CALL(times, ALLOW) CALL(getrusage, ALLOW) CALL(getrlimit, ALLOW)
	CALL(prlimit64, PRLIMIT) CALL(gettimeofday, ALLOW) CALL(clock_gettime, ALLOW) CALL(clock_getres, ALLOW)
	CALL(getrandom, ALLOW)
	X86_64(time, ALLOW)
	/* a pair of sockets inside of the box is a better pipe; nothing else is a socket */
	CALL(socketpair, SOCKETPAIR) CALL(sendto, ALLOW) CALL(recvfrom, ALLOW) CALL(sendmsg, ALLOW)
	CALL(recvmsg, ALLOW) CALL(shutdown, ALLOW) CALL(getsockopt, ALLOW) CALL(getsockname, ALLOW)
	CALL(socket, DENY)

	{nr_clone3, NOSYS}, {nr_io_uring_setup, NOSYS}, {nr_io_uring_enter, NOSYS}, {nr_io_uring_register, NOSYS},
	CALL(memfd_create, NOSYS) {nr_memfd_secret, NOSYS}, CALL(shmget, NOSYS) CALL(shmat, NOSYS)
	CALL(shmctl, NOSYS) CALL(shmdt, NOSYS) CALL(semget, NOSYS) CALL(semop, NOSYS) CALL(semctl, NOSYS)
	CALL(semtimedop, NOSYS) CALL(msgget, NOSYS) CALL(msgsnd, NOSYS) CALL(msgrcv, NOSYS) CALL(msgctl, NOSYS)
	CALL(mq_open, NOSYS) CALL(inotify_init1, NOSYS) CALL(inotify_add_watch, NOSYS) CALL(flock, NOSYS)
	X86_64(inotify_init, NOSYS) CALL(sendfile, NOSYS) CALL(splice, NOSYS) CALL(tee, NOSYS) CALL(vmsplice, NOSYS)
	CALL(copy_file_range, NOSYS) {nr_futex_waitv, NOSYS}, {nr_pidfd_open, NOSYS}, CALL(pkey_alloc, NOSYS)
	CALL(getxattr, NOSYS) CALL(lgetxattr, NOSYS) CALL(fgetxattr, NOSYS) CALL(listxattr, NOSYS)
	CALL(llistxattr, NOSYS) CALL(flistxattr, NOSYS)
	{nr_landlock_create_ruleset, NOSYS}, {nr_cachestat, NOSYS},

	CALL(ptrace, KILL) CALL(process_vm_readv, KILL) CALL(process_vm_writev, KILL) CALL(kcmp, KILL)
	{nr_pidfd_getfd, KILL}, {nr_process_madvise, KILL},
	CALL(mount, KILL) CALL(umount2, KILL) CALL(pivot_root, KILL) CALL(chroot, KILL) {nr_move_mount, KILL},
	{nr_open_tree, KILL}, {nr_fsopen, KILL}, {nr_fsconfig, KILL}, {nr_fsmount, KILL}, {nr_fspick, KILL},
	{nr_mount_setattr, KILL}, CALL(unshare, KILL) CALL(setns, KILL) CALL(bpf, KILL) CALL(perf_event_open, KILL)
	CALL(add_key, KILL) CALL(request_key, KILL) CALL(keyctl, KILL) CALL(userfaultfd, KILL)
	CALL(clock_settime, KILL) CALL(settimeofday, KILL) CALL(adjtimex, KILL) CALL(clock_adjtime, KILL)
	CALL(bind, KILL) CALL(connect, KILL) CALL(listen, KILL) CALL(accept, KILL) CALL(accept4, KILL)
	CALL(init_module, KILL) CALL(finit_module, KILL) CALL(delete_module, KILL) CALL(kexec_load, KILL)
	CALL(reboot, KILL) CALL(swapon, KILL) CALL(swapoff, KILL) CALL(acct, KILL) CALL(quotactl, KILL)
	{nr_quotactl_fd, KILL}, CALL(open_by_handle_at, KILL) CALL(name_to_handle_at, KILL) CALL(fanotify_init, KILL)
	CALL(sethostname, KILL) CALL(setdomainname, KILL) CALL(syslog, KILL) CALL(vhangup, KILL)
	X86_64(kexec_file_load, KILL) X86_64(iopl, KILL) X86_64(ioperm, KILL) X86_64(modify_ldt, KILL)
	X86_64(uselib, KILL) X86_64(_sysctl, KILL)
};
const int n_calls = sizeof calls / sizeof *calls;
