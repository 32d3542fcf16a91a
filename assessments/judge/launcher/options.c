/* Options, all of the form --name=value; then --, then the program. Written by Python, never by a candidate. */
#include "box.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct number {
	const char *name;
	size_t offset;
};

#define NUMBER(text, field) { text, offsetof(struct options, field) }
static const struct number numbers[] = {
	NUMBER("cpu-ms", cpu_ms),         NUMBER("wall-ms", wall_ms),
	NUMBER("memory-kib", memory_kib), NUMBER("output-kib", output_kib),
	NUMBER("file-kib", file_kib),     NUMBER("scratch-kib", scratch_kib),
	NUMBER("stack-kib", stack_kib),   NUMBER("address-kib", address_kib),
	NUMBER("data-kib", data_kib),     NUMBER("scratch-files", scratch_files),
	NUMBER("processes", processes),   NUMBER("open-files", open_files),
	NUMBER("uid", uid),               NUMBER("gid", gid),
	NUMBER("stdin-fd", stdin_fd),     NUMBER("stdout-fd", stdout_fd),
	NUMBER("stderr-fd", stderr_fd),   NUMBER("export-fd", export_fd),
};

static bool set_number(struct options *options, const char *name, size_t length, const char *value)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		if (strlen(numbers[i].name) != length || strncmp(numbers[i].name, name, length))
			continue;
		char *end;
		int64_t parsed = strtoll(value, &end, 10);
		if (*end || end == value || parsed < 0)
			fail("not a number: --%s", name);
		*(int64_t *)((char *)options + numbers[i].offset) = parsed;
		return true;
	}
	return false;
}

/* "from:to" */
static void add_pair(struct pair pairs[], int *count, const char *value)
{
	char *from = strdup(value), *colon = from ? strchr(from, ':') : NULL;

	if (!colon || *count == MAX_BINDS)
		fail("too many, or no colon: %s", value);
	*colon = 0;
	pairs[(*count)++] = (struct pair){from, colon + 1};
}

static void set_text(struct options *options, const char *name, size_t length, const char *value)
{
	const char *known[] = {"bind", "link", "hide", "env", "export", "cgroup-v2", "cgroup-memory", "cgroup-cpu",
			       "file"};
	int which = -1;

	for (int i = 0; i < 9; i++)
		if (strlen(known[i]) == length && !strncmp(known[i], name, length))
			which = i;
	switch (which) {
	case 0: add_pair(options->binds, &options->n_binds, value); break;
	case 1: add_pair(options->links, &options->n_links, value); break;
	case 2:
		if (options->n_hides == MAX_BINDS)
			fail("too many --hide");
		options->hides[options->n_hides++] = value;
		break;
	case 3:
		if (options->n_env == MAX_ENV)
			fail("too many --env");
		options->env[options->n_env++] = strdup(value);
		break;
	case 4: options->export_name = value; break;
	case 5: options->cgroup_v2 = value; break;
	case 6: options->cgroup_memory = value; break;
	case 7: options->cgroup_cpu = value; break;
	case 8: add_pair(options->files, &options->n_files, value); break;
	default: fail("unknown option --%s", name);
	}
}

void parse_options(int argc, char **argv, struct options *options)
{
	int i = 1;

	options->stdin_fd = options->stdout_fd = options->stderr_fd = options->export_fd = -1;
	for (; i < argc && strcmp(argv[i], "--"); i++) {
		char *value = strchr(argv[i], '=');
		if (strncmp(argv[i], "--", 2) || !value)
			fail("not an option: %s", argv[i]);
		const char *name = argv[i] + 2;
		size_t length = (size_t)(value - name);
		if (!set_number(options, name, length, value + 1))
			set_text(options, name, length, value + 1);
	}
	if (i + 1 >= argc)
		fail("no program");
	/* Copies: init wipes the arguments that /proc shows. */
	int n = argc - i - 1;
	options->argv = calloc((size_t)n + 1, sizeof *options->argv);
	for (int k = 0; k < n; k++)
		options->argv[k] = strdup(argv[i + 1 + k]);
	for (int k = 0; k < options->n_hides; k++)
		options->hides[k] = strdup(options->hides[k]);
	if (options->export_name)
		options->export_name = strdup(options->export_name);
	if (options->stdin_fd < 0 || options->stdout_fd < 0 || options->stderr_fd < 0)
		fail("needs --stdin-fd, --stdout-fd and --stderr-fd");
	if (!options->cpu_ms || !options->wall_ms || !options->memory_kib || !options->processes)
		fail("needs limits");
}
