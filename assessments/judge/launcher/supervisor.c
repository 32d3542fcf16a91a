/* The supervisor: outside of the box, it keeps the clocks, takes the output, kills, and writes the record. It never
 * opens a path that a program could have touched. */
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TICK_MS 10
#define SETUP_MS 10000
#define EXPORT_MS 10000

static int asked_by = -1;
static bool answers;

void answer_to(int socket, bool now)
{
	asked_by = socket;
	answers = now;
}

/* What fails while nobody has asked for the run yet is found out again when somebody does. */
void fail(const char *format, ...)
{
	char text[512];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (answers)
		dprintf(asked_by, "error=%s", text);
	exit(answers ? FAILED_STATUS : UNASKED_STATUS); /* init has asked to die with us */
}

struct run {
	const struct options *options;
	struct accounting *accounting;
	struct drain out, err, export;
	int control, pidfd;
	int64_t began_us, ended_us;
	const char *killed;
	struct message end;
	bool ended, exported, packed; /* packed: whatever was to leave the box has left it, or has failed to */
};

static int64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

static void kill_box(struct run *run, const char *why)
{
	if (run->killed)
		return;
	run->killed = why;
	if (!run->ended_us)
		run->ended_us = now_us();
	syscall(SYS_pidfd_send_signal, run->pidfd, SIGKILL, NULL, 0);
}

/* One record of init, with the descriptors that came along; false when init is gone. */
static bool hear(struct run *run, struct message *message, int fds[2])
{
	struct iovec part = {message, sizeof *message};
	union {
		char room[CMSG_SPACE(2 * sizeof(int))];
		struct cmsghdr align;
	} rights;
	struct msghdr head = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = rights.room,
			      .msg_controllen = sizeof rights.room};

	if (recvmsg(run->control, &head, MSG_CMSG_CLOEXEC) != (ssize_t)sizeof *message)
		return false;
	message->text[sizeof message->text - 1] = 0;
	if (message->kind == FAILED)
		fail("%s", message->text);
	struct cmsghdr *c = CMSG_FIRSTHDR(&head);
	if (fds && c && c->cmsg_type == SCM_RIGHTS)
		memcpy(fds, CMSG_DATA(c), 2 * sizeof(int));
	return true;
}

static void say_go(struct run *run, const int *input)
{
	struct iovec part = {"g", 1};
	union {
		char room[CMSG_SPACE(sizeof(int))];
		struct cmsghdr align;
	} rights = {{0}};
	struct msghdr head = {.msg_iov = &part, .msg_iovlen = 1};

	if (input) {
		head.msg_control = rights.room;
		head.msg_controllen = sizeof rights.room;
		struct cmsghdr *c = CMSG_FIRSTHDR(&head);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN(sizeof(int));
		memcpy(CMSG_DATA(c), input, sizeof *input);
	}
	if (sendmsg(run->control, &head, MSG_NOSIGNAL) != 1)
		fail("the box died while it was made");
}

static void await_box(struct run *run, int views[2])
{
	struct message message;
	struct pollfd ready = {.fd = run->control, .events = POLLIN};

	say_go(run, NULL);
	if (poll(&ready, 1, SETUP_MS) != 1 || !hear(run, &message, views) || message.kind != READY)
		fail("the box could not be made");
}

/* Nobody needs the box after all. */
static void take_down(struct run *run, pid_t init)
{
	syscall(SYS_pidfd_send_signal, run->pidfd, SIGKILL, NULL, 0);
	waitpid(init, NULL, 0);
	accounting_close(run->accounting);
}

static void start(struct run *run, const int fds[], const int views[2])
{
	int64_t cap = run->options->output_kib * 1024;

	run->out.to = fds[1];
	run->err.to = fds[2];
	run->export.to = fds[3];
	run->out.cap = run->err.cap = cap;
	run->export.cap = run->options->file_kib * 1024;
	accounting_start(run->accounting, views[0], views[1]);
	run->began_us = now_us();
	say_go(run, &fds[0]);
	close(fds[0]);
}

static void take_message(struct run *run)
{
	struct message message;

	if (!hear(run, &message, NULL)) {
		run->control = -1; /* poll skips it; the pidfd says when init is gone */
		return;
	}
	if (message.kind == ENDED && !run->ended) {
		run->ended = true;
		run->end = message;
		if (!run->ended_us)
			run->ended_us = now_us();
	} else if (message.kind == EXPORTED) {
		run->packed = true;
		run->exported = message.error == 0 && message.status == 0;
	}
}

static void check_limits(struct run *run)
{
	int64_t elapsed = now_us() - run->began_us;

	if (run->ended) {
		if (now_us() - run->ended_us > EXPORT_MS * 1000LL)
			kill_box(run, "export");
		return;
	}
	struct usage usage = accounting_read(run->accounting);
	if (usage.out_of_memory)
		kill_box(run, "memory");
	else if (usage.cpu_us > run->options->cpu_ms * 1000)
		kill_box(run, "cpu");
	else if (elapsed > run->options->wall_ms * 1000)
		kill_box(run, "wall");
}

/* Every program has ended and nothing more can come; that init still takes the box down is nobody's time. */
static bool is_over(const struct run *run)
{
	bool exports = run->options->export_name && !run->end.error && WIFEXITED(run->end.status) &&
		       !WEXITSTATUS(run->end.status);

	return run->ended && !run->out.open && !run->err.open && (!exports || (run->packed && !run->export.open));
}

/* Until init has ended, and with it all of the box, or has said that everything else has. */
static void watch(struct run *run)
{
	int64_t next = now_us() + TICK_MS * 1000;

	for (;;) {
		struct pollfd p[] = {
			{.fd = run->pidfd, .events = POLLIN},
			{.fd = run->control, .events = POLLIN},
			{.fd = run->out.open && !run->out.over ? run->out.from : -1, .events = POLLIN},
			{.fd = run->err.open && !run->err.over ? run->err.from : -1, .events = POLLIN},
			{.fd = run->export.open && !run->export.over ? run->export.from : -1, .events = POLLIN},
		};
		int64_t wait = next - now_us();
		poll(p, 5, wait > 0 ? (int)((wait + 999) / 1000) : 0);
		if (p[1].revents)
			take_message(run);
		drain_some(&run->out);
		drain_some(&run->err);
		drain_some(&run->export);
		accounting_grant(run->accounting, (run->out.kept + run->err.kept) / 1024);
		if (run->out.over || run->err.over || run->export.over)
			kill_box(run, "output");
		if (p[0].revents || is_over(run))
			return;
		if (now_us() >= next) {
			check_limits(run);
			next = now_us() + TICK_MS * 1000;
		}
	}
}

static void finish(struct run *run)
{
	while (!is_over(run) && run->control >= 0) /* said just before it ended */
		take_message(run);
	while (run->out.open && !run->out.over)
		drain_some(&run->out);
	while (run->err.open && !run->err.over)
		drain_some(&run->err);
	while (run->packed && run->export.open && !run->export.over)
		drain_some(&run->export);
	if (!run->killed && (run->out.over || run->err.over))
		run->killed = "output";
	if (!run->ended_us)
		run->ended_us = now_us();
}

/* name=value lines in one message; the program never had this socket. */
static void record(struct run *run, pid_t init)
{
	struct rusage used = {0};
	int status = 0;

	if (!run->ended)
		wait4(init, &status, 0, &used);
	/* Everything that init waited for, also when it was killed; the cgroup or the walk knows the rest. */
	int64_t waited = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000LL + used.ru_utime.tv_usec +
			 used.ru_stime.tv_usec;
	struct usage usage = accounting_last(run->accounting, (run->out.kept + run->err.kept) / 1024);
	const char *kind = accounting_kind(run->accounting);
	if (!strcmp(kind, "polling")) {
		int64_t exact = run->ended ? run->end.cpu_us : waited;
		usage.cpu_us = exact > usage.cpu_us ? exact : usage.cpu_us;
	}
	/* The largest process with the libraries it shares: what a program is commonly said to take. */
	int64_t largest = run->ended ? run->end.maxrss_kib : used.ru_maxrss;
	if (usage.memory_kib < largest)
		usage.memory_kib = largest;
	const char *how = run->killed && !run->ended ? "killed" : !run->ended ? "lost"
			: run->end.error ? "unstarted" : WIFSIGNALED(run->end.status) ? "signal" : "exit";
	int value = run->end.error ? run->end.error
		  : WIFSIGNALED(run->end.status) ? WTERMSIG(run->end.status) : WEXITSTATUS(run->end.status);
	dprintf(asked_by,
		"how=%s\nvalue=%d\nkilled=%s\ncpu_us=%lld\nwall_us=%lld\nmemory_kib=%lld\nout_of_memory=%d\n"
		"exported=%d\naccounting=%s\n",
		how, value, run->killed ? run->killed : "", (long long)usage.cpu_us,
		(long long)(run->ended_us - run->began_us), (long long)usage.memory_kib, usage.out_of_memory,
		run->exported, kind);
}

static void open_channels(struct channels *channels)
{
	int *ends[] = {channels->out, channels->err, channels->export};

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, channels->control))
		fail("socketpair: %s", strerror(errno));
	for (int i = 0; i < 3; i++) {
		if (pipe2(ends[i], O_CLOEXEC))
			fail("pipe: %s", strerror(errno));
		fcntl(ends[i][0], F_SETFL, O_NONBLOCK);
	}
}

void supervise(const struct options *options, const int fds[], int go)
{
	static struct channels channels;
	struct run run = {.options = options, .pidfd = -1};
	int views[2] = {-1, -1}, given[RUN_FDS];

	run.accounting = accounting_open(options);
	open_channels(&channels);
	pid_t init = be_born(accounting_cgroup_fd(run.accounting), &run.pidfd);
	if (init < 0)
		fail("clone3: %s", strerror(errno));
	if (init == 0)
		be_init(options, &channels);
	close(channels.control[1]);
	close(channels.out[1]);
	close(channels.err[1]);
	close(channels.export[1]);
	run.control = channels.control[0];
	run.out = (struct drain){.from = channels.out[0], .open = true};
	run.err = (struct drain){.from = channels.err[0], .open = true};
	run.export = (struct drain){.from = channels.export[0], .open = options->export_name != NULL};
	map_ids(init, options);
	await_box(&run, views);
	if (!fds && !await_run(go, given)) {
		take_down(&run, init);
		return;
	}
	answers = true;
	start(&run, fds ? fds : given, views);
	watch(&run);
	finish(&run);
	record(&run, init);
	close(run.control);
	waitpid(init, NULL, 0);
	accounting_close(run.accounting);
}
