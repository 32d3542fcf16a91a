/* The program of the self-test: run in the box, it tries what it should not be able to do and says what came of it. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

static void say_opens(const char *name, const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	printf("%s=%s\n", name, fd >= 0 ? "opened" : "refused");
	if (fd >= 0)
		close(fd);
}

static void say_namespaces(void)
{
	const char *names[] = {"user", "mnt", "pid", "net", "ipc", "uts", "cgroup"};
	char path[64], seen[64];

	for (int i = 0; i < 7; i++) {
		snprintf(path, sizeof path, "/proc/self/ns/%s", names[i]);
		ssize_t n = readlink(path, seen, sizeof seen - 1);
		seen[n > 0 ? n : 0] = 0;
		printf("ns_%s=%s\n", names[i], seen);
	}
}

static void say_status(void)
{
	char line[256];
	FILE *file = fopen("/proc/self/status", "r");

	while (file && fgets(line, sizeof line, file)) {
		char *tab = strstr(line, ":\t");
		if (!tab || (strncmp(line, "Cap", 3) && strncmp(line, "NoNewPrivs", 10) && strncmp(line, "Seccomp:", 8)))
			continue;
		*tab = 0;
		printf("%s=%s", line, tab + 2);
	}
}

static void say_names(const char *name, const char *path)
{
	struct dirent *entry;
	DIR *folder = opendir(path);

	printf("%s=", name);
	while (folder && (entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			printf("%s ", entry->d_name);
	printf("\n");
	if (folder)
		closedir(folder);
}

static void say_forks(void)
{
	int n = 0;

	fflush(stdout);
	for (; n < 1000; n++) {
		pid_t pid = fork();
		if (pid < 0)
			break;
		if (pid == 0) {
			sleep(60);
			_exit(0);
		}
	}
	printf("forks=%d\n", n);
}

static int look(void)
{
	printf("uid=%d\n", getuid());
	say_names("root", "/");
	say_names("processes", "/proc");
	say_opens("shadow", "/etc/shadow", O_RDONLY);
	say_opens("write_root", "/written", O_WRONLY | O_CREAT);
	say_opens("write_etc", "/etc/passwd", O_WRONLY);
	say_opens("write_app", "/app/probe", O_WRONLY);
	say_opens("write_device", "/dev/written", O_WRONLY | O_CREAT);
	say_opens("init_memory", "/proc/1/mem", O_RDONLY);
	say_opens("init_environment", "/proc/1/environ", O_RDONLY);
	say_opens("kernel_settings", "/proc/sys/kernel/core_pattern", O_WRONLY);
	say_opens("scratch", "/box/written", O_WRONLY | O_CREAT);
	printf("internet=%s\n", socket(AF_INET, SOCK_STREAM, 0) >= 0 ? "opened" : "refused");
	printf("unix=%s\n", socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ? "opened" : "refused");
	printf("descriptors=%d\n", dup(0) - 3);
	printf("setuid=%s\n", setuid(0) == 0 ? "opened" : "refused");
	say_namespaces();
	say_status();
	say_forks();
	return 0;
}

int main(int argc, char **argv)
{
	const char *mode = argc > 1 ? argv[1] : "";

	if (!strcmp(mode, "look"))
		return look();
	if (!strcmp(mode, "mount"))
		return mount("none", "/box", "tmpfs", 0, NULL) ? 1 : 0;
	if (!strcmp(mode, "memory"))
		for (;;) {
			char *p = malloc(1 << 20);
			if (!p)
				return 3;
			memset(p, 1, 1 << 20);
		}
	if (!strcmp(mode, "cpu"))
		for (volatile long i = 0;; i++)
			;
	if (!strcmp(mode, "output"))
		for (;;)
			puts("the same line again and again");
	if (!strcmp(mode, "survivor")) {
		if (fork() == 0 && setsid() && fork() == 0)
			sleep(60);
		return 0;
	}
	sleep(60);
	return 0;
}
