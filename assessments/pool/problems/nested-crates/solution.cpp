// Counts brackets, no recursion: the depth is how many are open at once.
#include <algorithm>
#include <iostream>
#include <string>

using namespace std;

int main() {
    string line;
    cin >> line;
    long long weight = 0, number = 0;
    int open = 0, depth = 0;
    for (char c : line) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            continue;
        }
        weight += number;
        number = 0;
        if (c == '[') {
            ++weight;
            depth = max(depth, ++open);
        } else if (c == ']') {
            --open;
        }
    }
    cout << weight << ' ' << depth << '\n';
}
