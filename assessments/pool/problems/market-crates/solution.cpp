// For each ware, tries every number of its crates.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, w;
    cin >> n >> w;
    vector<long long> best(w + 1, 0);
    while (n--) {
        long long weight, value, crates;
        cin >> weight >> value >> crates;
        vector<long long> next = best;
        for (long long take = 1; take <= crates; ++take) {
            long long earns = min(take, 3LL) * value + max(0LL, take - 3) * (value / 2);
            for (long long full = take * weight; full <= w; ++full)
                next[full] = max(next[full], best[full - take * weight] + earns);
        }
        best = next;
    }
    cout << best[w] << '\n';
}
