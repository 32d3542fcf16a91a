/* The file system that a program sees: a tiny root made for this run, read-only pieces of the host that its language
 * needs, one size-limited scratch space, and nothing else. What is not mounted cannot be read. */
#include "box.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* <linux/mount.h> and <sys/mount.h> disagree in some versions: the old calls are declared here. */
int mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data);
int umount2(const char *target, int flags);
#ifndef MS_NOSUID
#define MS_RDONLY 1
#define MS_NOSUID 2
#define MS_NODEV 4
#define MS_NOEXEC 8
#define MS_REC 16384
#define MS_PRIVATE (1 << 18)
#endif
#define DETACH 2 /* MNT_DETACH */
#define PLACE "/tmp" /* any folder that every host has: the new root is built over it, seen by nobody else */

#define N_DEVICES 5
static const char *const devices[N_DEVICES] = {"dev/null", "dev/zero", "dev/full", "dev/random", "dev/urandom"};

static int clone_tree(const char *path, uint64_t attributes)
{
	struct mount_attr attr = {.attr_set = attributes};
	int tree = (int)syscall(SYS_open_tree, AT_FDCWD, path,
				OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE | AT_NO_AUTOMOUNT);

	if (tree < 0)
		tell_failure("open %s: %s", path, strerror(errno));
	if (syscall(SYS_mount_setattr, tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &attr, sizeof attr))
		tell_failure("make %s read-only: %s", path, strerror(errno));
	return tree;
}

/* Taken while we still see the host, before anything is mounted and while we are still who may open the paths. */
void open_binds(const struct options *options, int trees[])
{
	char path[32];

	for (int i = 0; i < N_DEVICES; i++) {
		snprintf(path, sizeof path, "/%s", devices[i]);
		trees[i] = clone_tree(path, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC);
	}
	for (int i = 0; i < options->n_binds; i++)
		trees[N_DEVICES + i] = clone_tree(options->binds[i].from,
						  MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV);
}

static void mount_new(const char *type, const char *at, unsigned long flags, const char *data)
{
	if (mount(type, at, type, flags, data))
		tell_failure("mount %s on %s: %s", type, at, strerror(errno));
}

static void folder(const char *path)
{
	if (mkdir(path, 0755) && errno != EEXIST)
		tell_failure("mkdir %s: %s", path, strerror(errno));
}

static void parents(const char *path)
{
	char copy[512];

	snprintf(copy, sizeof copy, "%s", path);
	for (char *slash = copy + 1; (slash = strchr(slash, '/')); slash++) {
		*slash = 0;
		folder(copy);
		*slash = '/';
	}
}

static void file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0444);

	if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text))
		tell_failure("write %s: %s", path, strerror(errno));
	close(fd);
}

static void attach(int tree, const char *path)
{
	struct stat what;

	parents(path);
	if (fstat(tree, &what))
		tell_failure("stat %s: %s", path, strerror(errno));
	if (S_ISDIR(what.st_mode))
		folder(path);
	else
		file(path, "");
	if (syscall(SYS_move_mount, tree, "", AT_FDCWD, path, MOVE_MOUNT_F_EMPTY_PATH))
		tell_failure("attach %s: %s", path, strerror(errno));
	close(tree);
}

/* The program's files are copied from descriptors: no folder of ours is mounted into a box, not even for reading. */
static void copy_in(int from, const char *path)
{
	static char buffer[1 << 17];
	off_t offset = 0;
	ssize_t got;

	parents(path);
	int to = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0555);
	if (to < 0)
		tell_failure("create %s: %s", path, strerror(errno));
	while ((got = pread(from, buffer, sizeof buffer, offset)) > 0) {
		if (write(to, buffer, (size_t)got) != got)
			tell_failure("fill %s: %s", path, strerror(errno));
		offset += got;
	}
	if (got < 0)
		tell_failure("read for %s: %s", path, strerror(errno));
	close(to);
	close(from);
}

static int64_t size_of_files(const struct options *options)
{
	struct stat what;
	int64_t sum = 0;

	for (int i = 0; i < options->n_files; i++) {
		if (fstat(options->file_fds[i], &what) || !S_ISREG(what.st_mode))
			tell_failure("not a plain file: %s", options->files[i]);
		sum += what.st_size + 4096;
	}
	return sum;
}

/* One tmpfs seen at three places, so that one size holds for all of them together. */
static void make_scratch(const struct options *options)
{
	static const char *const places[][2] = {{"scratch/box", "box"}, {"scratch/tmp", "tmp"}, {"scratch/shm", "dev/shm"}};
	char data[96];

	folder("scratch");
	snprintf(data, sizeof data, "size=%lldk,nr_inodes=%lld,mode=0755", (long long)options->scratch_kib,
		 (long long)options->scratch_files);
	mount_new("tmpfs", "scratch", MS_NOSUID | MS_NODEV | MS_NOEXEC, data);
	for (int i = 0; i < 3; i++) {
		folder(places[i][0]);
		attach(clone_tree(places[i][0], 0), places[i][1]);
	}
	if (umount2("scratch", DETACH) || rmdir("scratch"))
		tell_failure("scratch: %s", strerror(errno));
}

static void make_etc(void)
{
	folder("etc");
	file("etc/passwd", "program:x:1000:1000::/box:/bin/false\n");
	file("etc/group", "program:x:1000:\n");
}

/* From here the host's tree has no name in this process. */
static void switch_root(void)
{
	struct mount_attr read_only = {.attr_set = MOUNT_ATTR_RDONLY};

	if (syscall(SYS_pivot_root, ".", ".") || umount2(".", DETACH) || chdir("/"))
		tell_failure("pivot_root: %s", strerror(errno));
	if (syscall(SYS_mount_setattr, AT_FDCWD, "/", 0, &read_only, sizeof read_only))
		tell_failure("read-only root: %s", strerror(errno));
}

void build_root(const struct options *options, const int trees[], int *proc_fd, int *scratch_fd)
{
	char data[96];

	if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL))
		tell_failure("private mounts: %s", strerror(errno));
	snprintf(data, sizeof data, "size=%lldk,nr_inodes=256,mode=0755",
		 (long long)(256 + size_of_files(options) / 1024));
	mount_new("tmpfs", PLACE, MS_NOSUID | MS_NODEV, data);
	if (chdir(PLACE))
		tell_failure("chdir: %s", strerror(errno));
	folder("dev");
	folder("proc");
	make_etc();
	for (int i = 0; i < N_DEVICES; i++)
		attach(trees[i], devices[i]);
	for (int i = 0; i < options->n_binds; i++)
		attach(trees[N_DEVICES + i], options->binds[i].to + 1);
	for (int i = 0; i < options->n_files; i++)
		copy_in(options->file_fds[i], options->files[i] + 1);
	for (int i = 0; i < options->n_links; i++) {
		parents(options->links[i].from + 1);
		if (symlink(options->links[i].to, options->links[i].from + 1))
			tell_failure("link %s: %s", options->links[i].from, strerror(errno));
	}
	for (int i = 0; i < options->n_hides; i++)
		if (!access(options->hides[i] + 1, F_OK))
			mount_new("tmpfs", options->hides[i] + 1, MS_RDONLY | MS_NOSUID | MS_NODEV, "size=4k,mode=0");
	make_scratch(options);
	/* Of /proc only processes: no /proc/sys, no kernel's tables. Read-only: no clear_refs, no oom_score_adj. */
	mount_new("proc", "proc", MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, "subset=pid");
	switch_root();
	*proc_fd = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	*scratch_fd = open("/box", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (*proc_fd < 0 || *scratch_fd < 0 || chdir("/box"))
		tell_failure("open /box: %s", strerror(errno));
}
