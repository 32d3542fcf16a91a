// Union of sets.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

vector<int> leader, sizes;

int find_leader(int x) {
    while (leader[x] != x) x = leader[x] = leader[leader[x]];
    return x;
}

int main() {
    int n, m;
    cin >> n >> m;
    leader.resize(n + 1);
    sizes.assign(n + 1, 1);
    for (int i = 0; i <= n; ++i) leader[i] = i;
    int groups = n, largest = 1;
    while (m--) {
        int a, b;
        cin >> a >> b;
        a = find_leader(a), b = find_leader(b);
        if (a == b) continue;
        leader[a] = b;
        sizes[b] += sizes[a];
        largest = max(largest, sizes[b]);
        --groups;
    }
    cout << groups << ' ' << largest << '\n';
}
