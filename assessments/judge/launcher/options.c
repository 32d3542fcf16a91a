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
	NUMBER("ahead", ahead),
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
			       "file", "content"};
	int which = -1;

	for (int i = 0; i < 10; i++)
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
	case 8:
		if (options->n_files == MAX_BINDS)
			fail("too many --file");
		options->files[options->n_files++] = value;
		break;
	case 9: break; /* only makes requests for different programs differ (serve.c) */
	default: fail("unknown option --%s", name);
	}
}

/* `text` is a row of words, each ended by a zero byte; it stays, and the options point into it. */
void parse_options(char *text, ssize_t length, const int fds[], int n_fds, struct options *options)
{
	char *word = text, *end = text + length;

	for (; word < end && strcmp(word, "--"); word += strlen(word) + 1) {
		char *value = strchr(word, '=');
		if (strncmp(word, "--", 2) || !value)
			fail("not an option: %s", word);
		const char *name = word + 2;
		size_t size = (size_t)(value - name);
		if (!set_number(options, name, size, value + 1))
			set_text(options, name, size, value + 1);
	}
	int n = 0;
	options->argv = calloc((size_t)length + 1, sizeof *options->argv);
	for (word += word < end ? 3 : 0; word < end; word += strlen(word) + 1)
		options->argv[n++] = word;
	if (!n)
		fail("no program");
	if (options->n_files != n_fds)
		fail("%d files, %d descriptors", options->n_files, n_fds);
	memcpy(options->file_fds, fds, (size_t)n_fds * sizeof *fds);
	if (!options->cpu_ms || !options->wall_ms || !options->memory_kib || !options->processes)
		fail("needs limits");
}
