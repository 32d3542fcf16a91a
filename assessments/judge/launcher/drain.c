/* What the program prints, taken while it runs and kept up to the cap. A full pipe would stop an honest program;
 * an endless one would fill our memory. */
#include "box.h"

#include <errno.h>
#include <unistd.h>

void drain_some(struct drain *drain)
{
	static char buffer[65536];

	for (int rounds = 0; drain->open && rounds < 16; rounds++) {
		ssize_t got = read(drain->from, buffer, sizeof buffer);
		if (got < 0 && (errno == EAGAIN || errno == EINTR))
			return;
		if (got <= 0) {
			drain->open = false;
			return;
		}
		int64_t room = drain->cap - drain->kept;
		if (got > room) {
			drain->over = true;
			got = room;
		}
		for (ssize_t done = 0; done < got;) {
			ssize_t put = write(drain->to, buffer + done, (size_t)(got - done));
			if (put <= 0)
				fail("keeping the output failed");
			done += put;
		}
		drain->kept += got;
		if (drain->over)
			return;
	}
}
