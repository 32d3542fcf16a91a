/* CPU time and memory of the whole box. The kernel's own count where there is one (a cgroup of version 2, made here
 * for this run, or of version 1, where Python has put us into the slot's group), else walk.c. Children, threads and
 * processes that ended long ago are all in it. */
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SLACK_KIB 8192 /* what init, page tables and the kernel's batching take beside the program */
#define AHEAD_KIB 4096 /* output that the supervisor may take before the limit is moved again */

struct accounting {
	const struct options *options;
	char v2[512];
	int v2_fd, cpu_fd;
	int64_t cpu_at_start, memory_at_start, kills_at_start, peak_kib, cpu_us, granted_kib;
	struct walk *walk;
};

static bool put(const char *folder, const char *file, int64_t value)
{
	char path[640], text[32];
	snprintf(path, sizeof path, "%s/%s", folder, file);
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	int n = snprintf(text, sizeof text, "%lld", (long long)value);
	bool done = fd >= 0 && write(fd, text, (size_t)n) == n;
	if (fd >= 0)
		close(fd);
	return done;
}

/* The number in a file, or after a word in it; -1 when there is none. */
static int64_t take(const char *folder, const char *file, const char *word)
{
	char path[640], text[4096];
	snprintf(path, sizeof path, "%s/%s", folder, file);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	ssize_t got = read(fd, text, sizeof text - 1);
	close(fd);
	text[got > 0 ? got : 0] = 0;
	const char *at = word ? strstr(text, word) : text;
	return at ? strtoll(at + (word ? strlen(word) : 0), NULL, 10) : -1;
}

struct accounting *accounting_open(const struct options *options)
{
	struct accounting *a = calloc(1, sizeof *a);

	a->options = options;
	a->v2_fd = -1;
	if (!options->cgroup_v2)
		return a;
	snprintf(a->v2, sizeof a->v2, "%s/box-%d", options->cgroup_v2, getpid());
	if (mkdir(a->v2, 0755))
		fail("cgroup %s: %s", a->v2, strerror(errno));
	put(a->v2, "memory.swap.max", 0);
	put(a->v2, "memory.oom.group", 1);
	put(a->v2, "pids.max", options->processes + 2);
	if (!put(a->v2, "memory.max", (options->memory_kib + SLACK_KIB) * 1024))
		fail("cgroup memory.max: %s", strerror(errno));
	a->v2_fd = open(a->v2, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (a->v2_fd < 0)
		fail("cgroup: %s", strerror(errno));
	return a;
}

int accounting_cgroup_fd(const struct accounting *a)
{
	return a->v2_fd;
}

const char *accounting_kind(const struct accounting *a)
{
	return a->v2[0] ? "cgroup2" : a->options->cgroup_memory ? "cgroup1" : "polling";
}

static int64_t cpu_now(const struct accounting *a)
{
	if (a->v2[0])
		return take(a->v2, "cpu.stat", "usage_usec ");
	return take(a->options->cgroup_cpu, "cpuacct.usage", NULL) / 1000;
}

/* Of version 1 the supervisor is in the group too, and so is the output that it keeps: the limit moves with it. */
void accounting_grant(struct accounting *a, int64_t output_kib)
{
	const char *v1 = a->options->cgroup_memory;

	if (!v1 || (a->granted_kib && output_kib + AHEAD_KIB / 2 < a->granted_kib))
		return;
	a->granted_kib = output_kib + AHEAD_KIB;
	int64_t kib = a->memory_at_start + a->options->memory_kib + SLACK_KIB + a->granted_kib;
	if (!put(v1, "memory.limit_in_bytes", kib * 1024))
		fail("cgroup memory.limit_in_bytes: %s", strerror(errno));
}

/* Just before the program starts: what building the box took is not the program's. */
void accounting_start(struct accounting *a, int proc_fd, int scratch_fd)
{
	const char *v1 = a->options->cgroup_memory;

	a->walk = walk_open(proc_fd, scratch_fd);
	if (a->v2[0] || v1)
		a->cpu_at_start = cpu_now(a);
	if (a->v2[0]) {
		a->memory_at_start = take(a->v2, "memory.current", NULL) / 1024;
	} else if (v1) {
		a->kills_at_start = take(v1, "memory.oom_control", "oom_kill ");
		a->memory_at_start = take(v1, "memory.usage_in_bytes", NULL) / 1024;
		accounting_grant(a, 0);
		put(v1, "memory.max_usage_in_bytes", 0);
	}
}

struct usage accounting_read(struct accounting *a)
{
	struct usage usage;

	if (a->v2[0]) {
		usage.memory_kib = take(a->v2, "memory.current", NULL) / 1024 - a->memory_at_start;
		usage.out_of_memory = take(a->v2, "memory.events", "oom_kill ") > 0;
		usage.cpu_us = cpu_now(a) - a->cpu_at_start;
	} else if (a->options->cgroup_memory) {
		usage.memory_kib = 0; /* its own record is read at the end */
		usage.out_of_memory =
			take(a->options->cgroup_memory, "memory.oom_control", "oom_kill ") > a->kills_at_start;
		usage.cpu_us = cpu_now(a) - a->cpu_at_start;
	} else if (a->walk) {
		usage = walk_read(a->walk);
		usage.out_of_memory = usage.memory_kib > a->options->memory_kib;
	} else {
		usage = (struct usage){0};
	}
	if (usage.memory_kib > a->peak_kib)
		a->peak_kib = usage.memory_kib;
	if (usage.cpu_us > a->cpu_us)
		a->cpu_us = usage.cpu_us;
	usage.memory_kib = a->peak_kib;
	usage.cpu_us = a->cpu_us;
	return usage;
}

/* The last reading, after every program in the box has ended. */
struct usage accounting_last(struct accounting *a, int64_t output_kib)
{
	struct usage usage = accounting_read(a);

	if (a->v2[0]) {
		int64_t peak = take(a->v2, "memory.peak", NULL) / 1024 - a->memory_at_start;
		if (peak > usage.memory_kib)
			usage.memory_kib = peak;
	} else if (a->options->cgroup_memory && a->walk) {
		int64_t peak = take(a->options->cgroup_memory, "memory.max_usage_in_bytes", NULL) / 1024;
		usage.memory_kib = peak - a->memory_at_start - output_kib;
	}
	if (usage.memory_kib < 0)
		usage.memory_kib = 0;
	return usage;
}

/* After init is gone too: the run's own group goes. */
void accounting_close(struct accounting *a)
{
	if (!a->v2[0])
		return;
	close(a->v2_fd);
	for (int i = 0; i < 100 && rmdir(a->v2) && errno == EBUSY; i++)
		usleep(1000);
}
