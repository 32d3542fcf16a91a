// Requests by their start, from the last to the first, with pairs (earned, minus number).
#include <algorithm>
#include <array>
#include <iostream>
#include <utility>
#include <vector>

using namespace std;

int main() {
    int n, m;
    long long g;
    cin >> n >> m >> g;
    vector<array<long long, 3>> requests(n);
    for (auto &[s, e, p] : requests) cin >> s >> e >> p;
    sort(requests.begin(), requests.end());
    using Best = pair<long long, int>;
    vector<vector<Best>> best(n + 1, vector<Best>(m + 1, {0, 0}));
    for (int i = n - 1; i >= 0; --i) {
        auto [s, e, p] = requests[i];
        array<long long, 3> free_at = {e + g, -1, -1};
        int next = lower_bound(requests.begin(), requests.end(), free_at) - requests.begin();
        best[i] = best[i + 1];
        for (int left = 1; left <= m; ++left) {
            auto [earned, number] = best[next][left - 1];
            best[i][left] = max(best[i][left], Best{earned + p, number - 1});
        }
    }
    cout << best[0][m].first << ' ' << -best[0][m].second << '\n';
}
