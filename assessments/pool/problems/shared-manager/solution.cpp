// Jumps of powers of two, after both are at the same depth.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, q;
    cin >> n >> q;
    const int LEVELS = 12;
    vector<vector<int>> up(LEVELS + 1, vector<int>(n + 1));
    for (int i = 1; i <= n; ++i) cin >> up[0][i];
    for (int level = 1; level <= LEVELS; ++level)
        for (int i = 1; i <= n; ++i) up[level][i] = up[level - 1][up[level - 1][i]];
    auto depth = [&](int person) {
        int steps = 0;
        for (int level = LEVELS; level >= 0; --level)
            if (up[level][person]) person = up[level][person], steps += 1 << level;
        return steps;
    };
    while (q--) {
        int a, b;
        cin >> a >> b;
        int da = depth(a), db = depth(b), both = da + db;
        if (da < db) swap(a, b), swap(da, db);
        for (int level = 0; level <= LEVELS; ++level)
            if ((da - db) >> level & 1) a = up[level][a];
        for (int level = LEVELS; level >= 0 && a != b; --level)
            if (up[level][a] != up[level][b]) a = up[level][a], b = up[level][b];
        if (a != b) a = up[0][a];
        cout << a << ' ' << both - 2 * depth(a) << '\n';
    }
}
