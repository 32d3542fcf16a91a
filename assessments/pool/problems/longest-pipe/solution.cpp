// Walks through the park from every fountain.
#include <algorithm>
#include <iostream>
#include <tuple>
#include <utility>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<long long> delay(n + 1);
    for (int i = 1; i <= n; ++i) cin >> delay[i];
    vector<vector<pair<int, long long>>> near(n + 1);
    for (int i = 1; i < n; ++i) {
        int a, b;
        long long length;
        cin >> a >> b >> length;
        near[a].push_back({b, length});
        near[b].push_back({a, length});
    }
    long long best = 0;
    vector<tuple<int, int, long long>> visit;
    for (int start = 1; start <= n; ++start) {
        visit.assign(1, {start, 0, 0});
        while (!visit.empty()) {
            auto [here, from, way] = visit.back();
            visit.pop_back();
            best = max(best, way);
            for (auto &[there, length] : near[here])
                if (there != from) visit.push_back({there, here, way + length + (here == start ? 0 : delay[here])});
        }
    }
    cout << best << '\n';
}
