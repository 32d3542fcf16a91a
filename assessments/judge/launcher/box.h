/* What the files of the launcher share.
 *
 * Three processes: the supervisor (outside, trusted, talks to Python), init (process 1 of the box, ours) and the
 * program (hostile). One file per concern; each says which attack it stops.
 */
#ifndef BOX_H
#define BOX_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

#define MAX_BINDS 32
#define MAX_ENV 32
#define RUN_FDS 4 /* of a run: its input, output, errors, export */
#define MAX_FDS (RUN_FDS + MAX_BINDS)
#define FAILED_STATUS 70 /* of a supervisor that has said why */
#define UNASKED_STATUS 71 /* of one that has failed before anybody asked for its run */
#define BOX_ID 1000 /* the only user and group that exist inside of the box */

struct pair {
	const char *from, *to;
};

struct options {
	int64_t cpu_ms, wall_ms, memory_kib, output_kib, file_kib, scratch_kib, stack_kib, address_kib, data_kib;
	int64_t processes, open_files, scratch_files;
	int64_t uid, gid; /* host ids that the box's only id stands for */
	int64_t ahead; /* not of this run: the same is likely to be asked for again */
	const char *export_name; /* file of /box that leaves as a tar stream after a success */
	struct pair binds[MAX_BINDS], links[MAX_BINDS];
	const char *hides[MAX_BINDS], *files[MAX_BINDS]; /* files: where in the box, from file_fds */
	int file_fds[MAX_BINDS];
	int n_binds, n_links, n_files, n_hides;
	char *env[MAX_ENV + 1];
	int n_env;
	const char *cgroup_v2, *cgroup_memory, *cgroup_cpu;
	char **argv; /* the program */
};

/* What init says to the supervisor: one record per message on a sequenced socket. */
enum message_kind { READY = 'R', FAILED = 'F', ENDED = 'D', EXPORTED = 'X' };

struct message {
	int kind;
	int error;        /* errno of FAILED, or of an exec that did not happen in ENDED */
	int status;       /* wait status of the program */
	int64_t cpu_us;   /* of everything that was waited for */
	int64_t maxrss_kib;
	char text[160];
};

/* Both ends of the channels between supervisor and init. */
struct channels {
	int control[2], out[2], err[2], export[2];
};

/* options.c */
void parse_options(char *text, ssize_t length, const int fds[], int n_fds, struct options *options);

/* serve.c */
void serve(int socket);
bool await_run(int go, int fds[]);

/* supervisor.c: without `fds` it makes the box and waits for them at `go` */
void supervise(const struct options *options, const int fds[], int go);
void answer_to(int socket, bool now);
void fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

/* birth.c */
pid_t be_born(int cgroup_fd, int *pidfd);
void map_ids(pid_t child, const struct options *options);

/* accounting.c, walk.c */
struct usage {
	int64_t cpu_us, memory_kib;
	bool out_of_memory;
};
struct accounting;
struct accounting *accounting_open(const struct options *options);
int accounting_cgroup_fd(const struct accounting *accounting);
void accounting_start(struct accounting *accounting, int proc_fd, int scratch_fd);
void accounting_grant(struct accounting *accounting, int64_t output_kib);
struct usage accounting_read(struct accounting *accounting);
struct usage accounting_last(struct accounting *accounting, int64_t output_kib);
void accounting_close(struct accounting *accounting);
const char *accounting_kind(const struct accounting *accounting);

struct walk;
struct walk *walk_open(int proc_fd, int scratch_fd);
struct usage walk_read(struct walk *walk);

/* drain.c */
struct drain {
	int from, to;
	int64_t kept, cap;
	bool open, over;
};
void drain_some(struct drain *drain);

/* init.c */
void be_init(const struct options *options, struct channels *channels) __attribute__((noreturn));
void tell_failure(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

/* root.c */
void open_binds(const struct options *options, int trees[]);
void build_root(const struct options *options, const int trees[], int *proc_fd, int *scratch_fd);

/* privileges.c */
void become_box_user(void);
void drop_privileges(void);

/* landlock.c, filter.c, limits.c: the walls of the program itself; each returns -1 with errno on failure */
int restrict_files(const struct options *options);
int restrict_calls(void);
int restrict_resources(const struct options *options);

/* syscalls.c */
enum rule { DENY, ALLOW, NOSYS, KILL, CLONE, IOCTL, FCNTL, PRCTL, PRLIMIT, SCHEDULER, SOCKETPAIR };
struct call {
	int number;
	enum rule rule;
};
extern const struct call calls[];
extern const int n_calls;

/* program.c */
pid_t start_program(const struct options *options, char **argv, int in, int out, int err, int *exec_errno);

#endif
