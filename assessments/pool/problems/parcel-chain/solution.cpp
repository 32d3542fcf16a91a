// Two players, one twice as fast, meet inside a loop; then its start and length are measured without any marks.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, s;
    cin >> n >> s;
    vector<int> next(n + 1);
    for (int i = 1; i <= n; ++i) cin >> next[i];
    int slow = s, fast = s;
    do {
        slow = next[slow];
        fast = next[next[fast]];
    } while (fast && slow != fast);
    int boxes = 0;
    if (!fast) {
        for (int box = s; box; box = next[box]) ++boxes;
        cout << boxes << " end\n";
        return 0;
    }
    for (slow = s; slow != fast; slow = next[slow], fast = next[fast]) ++boxes;
    do {
        fast = next[fast];
        ++boxes;
    } while (fast != slow);
    cout << boxes << " loop\n";
}
