/* Limits of the kernel on each process: the backstop behind what the supervisor measures. */
#include "box.h"

#include <sys/resource.h>

static int set(int resource, rlim_t soft, rlim_t hard)
{
	struct rlimit now;

	if (getrlimit(resource, &now))
		return -1;
	/* Never above what we were given: raising takes a privilege that is gone. */
	if (hard > now.rlim_max)
		hard = now.rlim_max;
	if (soft > hard)
		soft = hard;
	return setrlimit(resource, &(struct rlimit){soft, hard});
}

int restrict_resources(const struct options *options)
{
	rlim_t seconds = (rlim_t)(options->cpu_ms / 1000 + 2);
	rlim_t stack = options->stack_kib ? (rlim_t)options->stack_kib * 1024 : RLIM_INFINITY;

	if (set(RLIMIT_CPU, seconds, seconds + 1) || set(RLIMIT_STACK, stack, stack))
		return -1;
	if (options->address_kib) {
		rlim_t bytes = (rlim_t)options->address_kib * 1024;
		if (set(RLIMIT_AS, bytes, bytes))
			return -1;
	}
	if (options->data_kib) { /* run-times that reserve more addresses than they use */
		rlim_t bytes = (rlim_t)options->data_kib * 1024;
		if (set(RLIMIT_DATA, bytes, bytes))
			return -1;
	}
	rlim_t file = (rlim_t)options->file_kib * 1024;
	rlim_t processes = (rlim_t)options->processes + 1; /* init is one */
	/* A core limit of 1, not 0: for a core pattern that is a pipe, 0 would still start the host's helper, as root. */
	if (set(RLIMIT_FSIZE, file, file) || set(RLIMIT_CORE, 1, 1) || set(RLIMIT_NPROC, processes, processes) ||
	    set(RLIMIT_NOFILE, (rlim_t)options->open_files, (rlim_t)options->open_files) ||
	    set(RLIMIT_MEMLOCK, 0, 0) || set(RLIMIT_MSGQUEUE, 0, 0) || set(RLIMIT_SIGPENDING, 256, 256) ||
	    set(RLIMIT_RTPRIO, 0, 0) || set(RLIMIT_NICE, 0, 0))
		return -1;
	return 0;
}
