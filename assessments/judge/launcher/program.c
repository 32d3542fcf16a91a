/* The program itself: its descriptors, limits and walls, then exec. Nothing of ours is open in it. */
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CLOSE_ON_EXEC 4 /* CLOSE_RANGE_CLOEXEC */

static void become(const struct options *options, char **argv, int in, int out, int err)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_DFL);
	setsid(); /* no terminal */
	if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
		return;
	if (syscall(SYS_close_range, 3, ~0U, CLOSE_ON_EXEC))
		return;
	if (restrict_files(options) || restrict_resources(options) || restrict_calls())
		return;
	execve(argv[0], argv, options->env);
}

pid_t start_program(const struct options *options, char **argv, int in, int out, int err, int *exec_errno)
{
	int report[2];

	*exec_errno = 0;
	if (pipe2(report, O_CLOEXEC))
		tell_failure("pipe");
	pid_t pid = fork();
	if (pid < 0)
		tell_failure("fork");
	if (pid == 0) {
		close(report[0]);
		/* Above 2, so that the program's own descriptors do not replace it. */
		int high = fcntl(report[1], F_DUPFD_CLOEXEC, 10);
		become(options, argv, in, out, err);
		int error = errno;
		if (write(high, &error, sizeof error) < 0)
			_exit(126);
		_exit(127);
	}
	close(report[1]);
	if (read(report[0], exec_errno, sizeof *exec_errno) < 0)
		*exec_errno = EIO;
	close(report[0]);
	return pid;
}
