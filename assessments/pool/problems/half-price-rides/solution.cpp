// Improves costs over all states until nothing changes.
#include <algorithm>
#include <array>
#include <climits>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, m, k;
    long long b;
    cin >> n >> m >> k >> b;
    vector<array<long long, 3>> rides(m);
    for (auto &[from, to, price] : rides) cin >> from >> to >> price;
    const long long never = LLONG_MAX / 4;
    vector<vector<array<long long, 2>>> cost(n + 1, vector<array<long long, 2>>(k + 1, {never, never}));
    cost[1][0][0] = 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (auto &[from, to, price] : rides)
            for (int used = 0; used <= k; ++used)
                for (int stamp = 0; stamp < 2; ++stamp) {
                    long long now = cost[from][used][stamp];
                    if (now == never) continue;
                    long long full = now + price - (stamp ? min(b, price) : 0);
                    if (full < cost[to][used][!stamp]) cost[to][used][!stamp] = full, changed = true;
                    long long half = now + price / 2;
                    if (used < k && half < cost[to][used + 1][stamp]) cost[to][used + 1][stamp] = half, changed = true;
                }
    }
    long long best = never;
    for (auto &row : cost[n]) best = min(best, min(row[0], row[1]));
    cout << (best == never ? -1 : best) << '\n';
}
