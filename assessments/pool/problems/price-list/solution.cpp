// Sweeps over prices and ends together, offline, without any search.
#include <algorithm>
#include <iostream>
#include <tuple>
#include <vector>

using namespace std;

int main() {
    int n, q;
    cin >> n >> q;
    vector<long long> price(n);
    for (auto &one : price) cin >> one;
    vector<tuple<long long, int, int>> ends;
    for (int i = 0; i < q; ++i) {
        long long a, b;
        cin >> a >> b;
        ends.push_back({a, i, -1});
        ends.push_back({b + 1, i, 1});
    }
    sort(ends.begin(), ends.end());
    vector<int> answer(q);
    int below = 0;
    for (auto &[value, customer, sign] : ends) {
        while (below < n && price[below] < value) ++below;
        answer[customer] += sign * below;
    }
    for (int one : answer) cout << one << '\n';
}
