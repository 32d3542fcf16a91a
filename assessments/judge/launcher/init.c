/* Process 1 of the box: builds it, starts the program, and when that ends kills everything that is left. Nothing can
 * outlive it: with process 1 the whole process namespace dies. Its own memory and environment are closed to the box. */
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int control = -1;

static void tell(struct message *message, const int fds[], int n)
{
	struct iovec part = {message, sizeof *message};
	union {
		char room[CMSG_SPACE(2 * sizeof(int))];
		struct cmsghdr align;
	} rights = {{0}};
	struct msghdr head = {.msg_iov = &part, .msg_iovlen = 1};

	if (n) {
		head.msg_control = rights.room;
		head.msg_controllen = CMSG_SPACE((size_t)n * sizeof(int));
		struct cmsghdr *c = CMSG_FIRSTHDR(&head);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN((size_t)n * sizeof(int));
		memcpy(CMSG_DATA(c), fds, (size_t)n * sizeof(int));
	}
	if (sendmsg(control, &head, MSG_NOSIGNAL) < 0)
		_exit(71);
}

void tell_failure(const char *format, ...)
{
	struct message message = {.kind = FAILED, .error = errno};
	va_list args;

	va_start(args, format);
	vsnprintf(message.text, sizeof message.text, format, args);
	va_end(args);
	tell(&message, NULL, 0);
	_exit(70);
}

/* The second time with the program's input: a box may be made before anybody knows what will be fed to it. */
static int await_go(void)
{
	char go;
	int input = -1;
	struct iovec part = {&go, 1};
	union {
		char room[CMSG_SPACE(sizeof(int))];
		struct cmsghdr align;
	} rights;
	struct msghdr head = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = rights.room,
			      .msg_controllen = sizeof rights.room};

	if (recvmsg(control, &head, MSG_CMSG_CLOEXEC) != 1)
		_exit(71); /* the supervisor is gone */
	struct cmsghdr *c = CMSG_FIRSTHDR(&head);
	if (c && c->cmsg_type == SCM_RIGHTS)
		memcpy(&input, CMSG_DATA(c), sizeof input);
	return input;
}

/* Both inherited by the program. Raising needs no privilege; it must come before we are closed to /proc. */
static void prefer_us_for_oom(void)
{
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

	if (fd < 0 || write(fd, "1000", 4) != 4)
		tell_failure("oom_score_adj: %s", strerror(errno));
	close(fd);
}

/* main.c has wiped the arguments; the rest of our memory is nobody's business either. */
static void hide(void)
{
	prctl(PR_SET_NAME, "init", 0, 0, 0);
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0))
		tell_failure("dumpable: %s", strerror(errno));
}

/* Waits for the program, then ends everything else, however it hid (new sessions, double forks). */
static int reap(pid_t program)
{
	int status, result = 0;
	pid_t pid;

	while ((pid = waitpid(-1, &status, __WALL)) != program)
		if (pid < 0 && errno == ECHILD)
			return 0;
	result = status;
	for (;;) {
		kill(-1, SIGKILL);
		pid = waitpid(-1, &status, __WALL);
		if (pid < 0 && errno == ECHILD)
			return result;
	}
}

static void tell_end(int kind, int status, int exec_errno)
{
	struct message message = {.kind = kind, .status = status, .error = exec_errno};
	struct rusage used;

	getrusage(RUSAGE_CHILDREN, &used);
	message.cpu_us = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000LL + used.ru_utime.tv_usec +
			 used.ru_stime.tv_usec;
	message.maxrss_kib = used.ru_maxrss;
	tell(&message, NULL, 0);
}

/* The artefact leaves as the output of a boxed tar: no host process ever opens a path in here. */
static void export(const struct options *options, int to)
{
	char *argv[] = {"/usr/bin/tar", "--create", "--file=-", "--directory=/box", "--format=gnu", "--",
			(char *)options->export_name, NULL};
	int none = open("/dev/null", O_RDWR | O_CLOEXEC), exec_errno;
	pid_t tar = start_program(options, argv, none, to, none, &exec_errno);

	close(to);
	tell_end(EXPORTED, reap(tar), exec_errno);
}

void be_init(const struct options *options, struct channels *channels)
{
	int trees[MAX_BINDS + 8], fds[2], exec_errno;

	control = channels->control[1];
	close(channels->control[0]);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	await_go(); /* our ids are mapped */
	prefer_us_for_oom();
	open_binds(options, trees);
	become_box_user();
	prctl(PR_SET_PDEATHSIG, SIGKILL); /* changing ids has cleared it */
	if (sethostname("box", 3))
		tell_failure("host name: %s", strerror(errno));
	build_root(options, trees, &fds[0], &fds[1]);
	drop_privileges();
	hide();
	tell(&(struct message){.kind = READY}, fds, 2);
	close(fds[0]);
	close(fds[1]);
	int input = await_go();

	pid_t program = start_program(options, options->argv, input, channels->out[1], channels->err[1], &exec_errno);
	close(input);
	close(channels->out[1]);
	close(channels->err[1]);
	int status = reap(program);
	tell_end(ENDED, status, exec_errno);
	if (options->export_name && !exec_errno && WIFEXITED(status) && !WEXITSTATUS(status))
		export(options, channels->export[1]);
	_exit(0);
}
