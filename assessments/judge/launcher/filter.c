/* The system-call filter: the wall between a program and the bugs of the kernel.
 *
 * It is made from the table of syscalls.c as a binary search over ranges: a list of 400 comparisons would cost half a
 * millisecond to load and be walked at every call.
 */
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the judge knows x86-64 and arm64"
#endif
#define X32_FIRST 0x40000000 /* the same calls by other numbers: a way around any filter that forgets them */
#define FORBIDDEN_CLONES (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | \
			  CLONE_NEWNET)

#define MAX_CODE 4096
static struct sock_filter code[MAX_CODE];
static int length;

static void emit(uint16_t op, uint32_t k, uint8_t jt, uint8_t jf)
{
	if (length < MAX_CODE)
		code[length] = (struct sock_filter){op, jt, jf, k};
	length++;
}

static void answer(uint32_t action)
{
	emit(BPF_RET | BPF_K, action, 0, 0);
}

static void load(size_t offset)
{
	emit(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

/* Of an argument the kernel uses these 32 bits only. Both architectures are little-endian. */
static void load_argument(int number)
{
	load(offsetof(struct seccomp_data, args) + 8 * (size_t)number);
}

static void only(int argument, const uint32_t values[], size_t n)
{
	load_argument(argument);
	for (size_t i = 0; i < n; i++) {
		emit(BPF_JMP | BPF_JEQ | BPF_K, values[i], 0, 1);
		answer(SECCOMP_RET_ALLOW);
	}
	answer(SECCOMP_RET_ERRNO | EPERM);
}
#define ONLY(argument, ...) \
	only(argument, (const uint32_t[]){__VA_ARGS__}, sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

/* Terminal injection (TIOCSTI) and every other request but the harmless questions of run-times are refused. */
static void check_ioctl(void)
{
	ONLY(1, 0x5401 /* TCGETS */, 0x802c542a /* TCGETS2 */, 0x5413 /* TIOCGWINSZ */, 0x540f /* TIOCGPGRP */,
	     0x541b /* FIONREAD */, 0x5421 /* FIONBIO */, 0x5450 /* FIONCLEX */, 0x5451 /* FIOCLEX */);
}

/* No locks and leases: on a file of /usr they would carry bits from box to box. No larger pipes: memory. */
static void check_fcntl(void)
{
	ONLY(1, F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETPIPE_SZ);
}

static void check_prctl(void)
{
	ONLY(0, PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, PR_CAPBSET_READ,
	     PR_GET_NO_NEW_PRIVS, PR_GET_SECCOMP, 0x53564d41 /* PR_SET_VMA: names for memory */);
}

/* Threads and forks, but no namespaces: in a new user namespace a program is root again. */
static void check_clone(void)
{
	load_argument(0);
	emit(BPF_JMP | BPF_JSET | BPF_K, (uint32_t)FORBIDDEN_CLONES, 0, 1);
	answer(SECCOMP_RET_KILL_PROCESS);
	answer(SECCOMP_RET_ALLOW);
}

/* Own limits may be read, stack and open files also set. Those of init may not: a CPU limit on it would end the box.
 * The core limit may not: lowered to 0 it would start the host's core helper. */
static void check_prlimit(void)
{
	load_argument(0);
	emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
	answer(SECCOMP_RET_ERRNO | EPERM);
	load_argument(2);
	emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3);
	load(offsetof(struct seccomp_data, args) + 8 * 2 + 4);
	emit(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1);
	answer(SECCOMP_RET_ALLOW);
	ONLY(1, RLIMIT_STACK, RLIMIT_NOFILE);
}

static void apply(enum rule rule)
{
	switch (rule) {
	case ALLOW: answer(SECCOMP_RET_ALLOW); break;
	case NOSYS: answer(SECCOMP_RET_ERRNO | ENOSYS); break;
	case KILL: answer(SECCOMP_RET_KILL_PROCESS); break;
	case IOCTL: check_ioctl(); break;
	case FCNTL: check_fcntl(); break;
	case PRCTL: check_prctl(); break;
	case CLONE: check_clone(); break;
	case PRLIMIT: check_prlimit(); break;
	case SCHEDULER: ONLY(1, SCHED_OTHER); break; /* Mono asks for what it has already */
	case SOCKETPAIR: ONLY(0, AF_UNIX); break;
	case DENY: answer(SECCOMP_RET_ERRNO | EPERM); break;
	}
}

struct range {
	int first;
	enum rule rule;
};

/* Left half, then right half; a jump over the left one in a step of its own because conditional ones reach 255. */
static void search(const struct range ranges[], int from, int to)
{
	if (from == to) {
		apply(ranges[from].rule);
		return;
	}
	int middle = (from + to + 1) / 2;
	emit(BPF_JMP | BPF_JGE | BPF_K, (uint32_t)ranges[middle].first, 0, 1);
	int jump = length;
	emit(BPF_JMP | BPF_JA, 0, 0, 0);
	search(ranges, from, middle - 1);
	if (jump < MAX_CODE)
		code[jump].k = (uint32_t)(length - jump - 1);
	search(ranges, middle, to);
}

static int by_number(const void *a, const void *b)
{
	return ((const struct call *)a)->number - ((const struct call *)b)->number;
}

/* Numbers between two known calls are unknown ones: EPERM. Above the last one, calls of the future: ENOSYS. */
static int make_ranges(struct range ranges[])
{
	struct call *sorted = malloc(sizeof *sorted * (size_t)n_calls);
	int n = 0, next = 0;

	for (int i = 0; i < n_calls; i++)
		sorted[i] = calls[i];
	qsort(sorted, (size_t)n_calls, sizeof *sorted, by_number);
	for (int i = 0; i < n_calls; i++) {
		if (sorted[i].number > next && !(n && ranges[n - 1].rule == DENY))
			ranges[n++] = (struct range){next, DENY};
		next = sorted[i].number + 1;
		/* Neighbours with one answer are one range; checked ones need no merging but take none wrongly either. */
		if (!n || ranges[n - 1].rule != sorted[i].rule)
			ranges[n++] = (struct range){sorted[i].number, sorted[i].rule};
	}
	ranges[n++] = (struct range){next, NOSYS};
	free(sorted);
	return n;
}

int restrict_calls(void)
{
	struct range ranges[1024];
	int n = make_ranges(ranges);

	length = 0;
	load(offsetof(struct seccomp_data, arch));
	emit(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
	answer(SECCOMP_RET_KILL_PROCESS); /* int 0x80: 32-bit numbers mean other calls */
	load(offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
	emit(BPF_JMP | BPF_JGE | BPF_K, X32_FIRST, 0, 1);
	answer(SECCOMP_RET_KILL_PROCESS);
#endif
	search(ranges, 0, n - 1);
	if (length > MAX_CODE) {
		errno = E2BIG;
		return -1;
	}
	struct sock_fprog program = {.len = (unsigned short)length, .filter = code};
	return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}
