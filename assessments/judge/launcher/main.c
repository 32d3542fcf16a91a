/* box: runs one program behind walls and says what became of it. See box.h for the parts. */
#include "box.h"

int main(int argc, char **argv)
{
	static struct options options;

	parse_options(argc, argv, &options);
	return supervise(&options, argv);
}
