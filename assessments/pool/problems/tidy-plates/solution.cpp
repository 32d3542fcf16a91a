// The shortest way through a graph of prefixes, with a queue.
#include <climits>
#include <functional>
#include <iostream>
#include <queue>
#include <string>
#include <utility>
#include <vector>

using namespace std;

int main() {
    long long c, r, i, s;
    string a, b;
    cin >> c >> r >> i >> s >> a >> b;
    int n = a.size(), m = b.size();
    vector<long long> best((n + 1) * (m + 1), LLONG_MAX);
    priority_queue<pair<long long, int>, vector<pair<long long, int>>, greater<>> queue;
    auto reach = [&](int x, int y, long long cost) {
        int at = x * (m + 1) + y;
        if (x <= n && y <= m && cost < best[at]) queue.push({best[at] = cost, at});
    };
    reach(0, 0, 0);
    while (!queue.empty()) {
        auto [cost, at] = queue.top();
        queue.pop();
        if (cost > best[at]) continue;
        int x = at / (m + 1), y = at % (m + 1);
        if (x < n) reach(x + 1, y, cost + r);
        if (y < m) reach(x, y + 1, cost + i);
        if (x < n && y < m) reach(x + 1, y + 1, cost + (a[x] == b[y] ? 0 : c));
        if (x + 1 < n && y + 1 < m && a[x] == b[y + 1] && a[x + 1] == b[y]) reach(x + 2, y + 2, cost + s);
    }
    cout << best.back() << '\n';
}
