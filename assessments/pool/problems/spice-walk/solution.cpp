// Tries every start and stops as soon as there are too many kinds.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, k;
    cin >> n >> k;
    vector<int> stall(n);
    for (auto &one : stall) cin >> one;
    long long found = 0;
    int shortest = 0;
    vector<int> seen(100001, -1);
    for (int from = 0; from < n; ++from) {
        int kinds = 0;
        for (int to = from; to < n; ++to) {
            if (seen[stall[to]] != from) ++kinds, seen[stall[to]] = from;
            if (kinds > k) break;
            if (kinds < k) continue;
            ++found;
            if (!shortest || to - from + 1 < shortest) shortest = to - from + 1;
        }
    }
    cout << found << ' ' << shortest << '\n';
}
