// A table over the set of nurses who had a night and the last of them.
#include <bit>
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    int n, p;
    cin >> n >> p;
    vector<string> can(n);
    for (auto &row : can) cin >> row;
    vector<vector<bool>> apart(n, vector<bool>(n));
    while (p--) {
        int a, b;
        cin >> a >> b;
        apart[a - 1][b - 1] = apart[b - 1][a - 1] = true;
    }
    vector<vector<long long>> ways(1 << n, vector<long long>(n));
    long long total = 0;
    for (int nurse = 0; nurse < n; ++nurse) ways[1 << nurse][nurse] = can[nurse][0] == '+';
    for (int had = 1; had < 1 << n; ++had) {
        int night = popcount((unsigned)had);
        for (int last = 0; last < n; ++last) {
            if (night == n) total += ways[had][last];
            for (int next = 0; next < n && night < n; ++next)
                if (!(had >> next & 1) && can[next][night] == '+' && !apart[last][next])
                    ways[had | 1 << next][next] += ways[had][last];
        }
    }
    cout << total << '\n';
}
