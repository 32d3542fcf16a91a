/* The keeper: one for each worker thread of Python. It is asked for runs over a socket, starts a supervisor for each,
 * and between two runs has the next box made, in the hope that the same program is run once more: then nothing is left
 * to do but to start it. A box is used for one run only.
 *
 * A request is one message: the options (options.c), each ended by a zero byte, and the descriptors: input, output,
 * errors, export, files. The answer is one message: the record of the run, or error=why. */
#include "box.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_TEXT 65536
#define KEEP_MS 2000 /* nobody came back: the box is given up */

struct request {
	char text[MAX_TEXT];
	ssize_t length;
	int fds[MAX_FDS], n_fds;
};

/* A supervisor that has made a box, and waits at the other end of `go`. */
struct ahead {
	pid_t pid;
	int go;
};

/* One message and its descriptors; false at the end, or for a message that is cut. */
static bool receive(int socket, struct request *request)
{
	struct iovec part = {request->text, sizeof request->text};
	union {
		char room[CMSG_SPACE(MAX_FDS * sizeof(int))];
		struct cmsghdr align;
	} rights;
	struct msghdr head = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = rights.room,
			      .msg_controllen = sizeof rights.room};

	request->n_fds = 0;
	request->length = recvmsg(socket, &head, MSG_CMSG_CLOEXEC);
	if (request->length <= 0 || head.msg_flags & (MSG_TRUNC | MSG_CTRUNC))
		return false;
	for (struct cmsghdr *c = CMSG_FIRSTHDR(&head); c; c = CMSG_NXTHDR(&head, c))
		if (c->cmsg_type == SCM_RIGHTS) {
			request->n_fds = (int)((c->cmsg_len - CMSG_LEN(0)) / sizeof(int));
			memcpy(request->fds, CMSG_DATA(c), c->cmsg_len - CMSG_LEN(0));
		}
	return true;
}

static bool hand_over(int go, const int fds[])
{
	struct iovec part = {"g", 1};
	union {
		char room[CMSG_SPACE(RUN_FDS * sizeof(int))];
		struct cmsghdr align;
	} rights = {{0}};
	struct msghdr head = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = rights.room,
			      .msg_controllen = sizeof rights.room};
	struct cmsghdr *c = CMSG_FIRSTHDR(&head);

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(RUN_FDS * sizeof(int));
	memcpy(CMSG_DATA(c), fds, RUN_FDS * sizeof(int));
	return sendmsg(go, &head, MSG_NOSIGNAL) == 1;
}

/* In the supervisor: the descriptors of its run; false when the keeper has changed its mind. */
bool await_run(int go, int fds[])
{
	static struct request request;

	if (!receive(go, &request) || request.n_fds != RUN_FDS)
		return false;
	memcpy(fds, request.fds, RUN_FDS * sizeof(int));
	return true;
}

static void close_run(struct request *request)
{
	for (int i = 0; i < RUN_FDS && i < request->n_fds; i++)
		close(request->fds[i]);
}

static void supervisor(int socket, struct request *request, int go) __attribute__((noreturn));

static void supervisor(int socket, struct request *request, int go)
{
	static struct options options;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	answer_to(socket, go < 0);
	if (request->n_fds < RUN_FDS || request->text[request->length - 1])
		fail("not a request");
	parse_options(request->text, request->length, request->fds + RUN_FDS, request->n_fds - RUN_FDS, &options);
	supervise(&options, go < 0 ? request->fds : NULL, go);
	_exit(0);
}

static struct ahead start_ahead(int socket, struct request *request)
{
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends))
		return (struct ahead){0, -1};
	pid_t pid = fork();
	if (pid == 0) {
		close(ends[0]);
		supervisor(socket, request, ends[1]);
	}
	close(ends[1]);
	if (pid < 0)
		close(ends[0]);
	return pid < 0 ? (struct ahead){0, -1} : (struct ahead){pid, ends[0]};
}

/* Closing its end tells the supervisor to take the box down. */
static void give_up(struct ahead *ahead)
{
	if (!ahead->pid)
		return;
	close(ahead->go);
	waitpid(ahead->pid, NULL, 0);
	*ahead = (struct ahead){0, -1};
}

static void run(int socket, struct request *request, struct ahead *ahead)
{
	int status = 0;
	bool done = false;

	if (ahead->pid && hand_over(ahead->go, request->fds)) {
		close(ahead->go);
		/* UNASKED: its box could not be made, which it had nobody to tell. */
		done = waitpid(ahead->pid, &status, 0) == ahead->pid &&
		       !(WIFEXITED(status) && WEXITSTATUS(status) == UNASKED_STATUS);
		*ahead = (struct ahead){0, -1};
	}
	give_up(ahead);
	if (!done) {
		pid_t pid = fork();
		if (pid == 0)
			supervisor(socket, request, -1);
		done = pid > 0 && waitpid(pid, &status, 0) == pid;
	}
	close_run(request);
	if (!done || !WIFEXITED(status) || (WEXITSTATUS(status) && WEXITSTATUS(status) != FAILED_STATUS))
		dprintf(socket, "error=the supervisor of the box has died");
}

void serve(int socket)
{
	static struct request kept, next;
	struct ahead ahead = {0, -1};

	prctl(PR_SET_PDEATHSIG, SIGKILL); /* with the worker that asked for us, the box goes */
	signal(SIGPIPE, SIG_IGN);
	for (;;) {
		struct pollfd asked = {.fd = socket, .events = POLLIN};
		if (ahead.pid && poll(&asked, 1, KEEP_MS) == 0)
			give_up(&ahead);
		if (!receive(socket, &next))
			break;
		if (next.length != kept.length || memcmp(next.text, kept.text, (size_t)next.length))
			give_up(&ahead);
		run(socket, &next, &ahead);
		for (int i = RUN_FDS; i < kept.n_fds; i++)
			close(kept.fds[i]);
		kept = next;
		if (memmem(kept.text, (size_t)kept.length, "--ahead=", 8))
			ahead = start_ahead(socket, &kept);
	}
	give_up(&ahead);
}
