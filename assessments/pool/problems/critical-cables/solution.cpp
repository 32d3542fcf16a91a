// Only cables of a spanning forest can be critical: each of them is left out and its piece measured, by counting how many other cables pass over it.
#include <algorithm>
#include <iostream>
#include <map>
#include <utility>
#include <vector>

using namespace std;

int main() {
    int n, m;
    cin >> n >> m;
    vector<pair<int, int>> cables(m);
    vector<vector<pair<int, int>>> near(n + 1);
    vector<int> leader(n + 1), parent(n + 1), by(n + 1, -1), depth(n + 1), size(n + 1, 1), root(n + 1), over(n + 1);
    vector<bool> in_tree(m);
    for (int i = 0; i <= n; ++i) leader[i] = i;
    auto lead = [&](int x) {
        while (leader[x] != x) x = leader[x] = leader[leader[x]];
        return x;
    };
    for (int i = 0; i < m; ++i) {
        auto &[a, b] = cables[i];
        cin >> a >> b;
        if (lead(a) == lead(b)) continue;
        leader[lead(a)] = lead(b);
        in_tree[i] = true;
        near[a].push_back({b, i});
        near[b].push_back({a, i});
    }
    vector<int> order;
    for (int start = 1; start <= n; ++start) {
        if (root[start]) continue;
        root[start] = start;
        order.push_back(start);
        for (size_t at = order.size() - 1; at < order.size(); ++at) {
            int here = order[at];
            for (auto &[there, cable] : near[here]) {
                if (root[there]) continue;
                root[there] = start, parent[there] = here, by[there] = cable, depth[there] = depth[here] + 1;
                order.push_back(there);
            }
        }
    }
    for (int i = 0; i < m; ++i) {
        if (in_tree[i]) continue;
        auto [a, b] = cables[i];
        while (a != b) {
            if (depth[a] < depth[b]) swap(a, b);
            ++over[a];
            a = parent[a];
        }
    }
    for (int i = n - 1; i >= 0; --i)
        if (parent[order[i]]) size[parent[order[i]]] += size[order[i]];
    map<int, long long> critical;
    for (int i = 1; i <= n; ++i)
        if (parent[i] && !over[i]) critical[by[i] + 1] = (long long)size[i] * (size[root[i]] - size[i]);
    cout << critical.size() << '\n';
    for (auto &[cable, pairs] : critical) cout << cable << ' ' << pairs << '\n';
}
