// For each shift, how far the ribbon matches itself (Z values); the first shift that covers a length wins.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    string s;
    int q;
    cin >> s >> q;
    int n = s.size();
    vector<int> z(n, 0), answer(n + 1, 0);
    for (int i = 1, left = 0, right = 0; i < n; ++i) {
        if (i < right) z[i] = min(right - i, z[i - left]);
        while (i + z[i] < n && s[z[i]] == s[i + z[i]]) ++z[i];
        if (i + z[i] > right) left = i, right = i + z[i];
    }
    // A shift i serves all lengths up to i + z[i]; shifts come in ascending order, so each length takes the first.
    int done = 0;
    for (int i = 1; i <= n; ++i) {
        int reach = i < n ? i + z[i] : n;
        for (int m = max(done + 1, i); m <= reach; ++m) answer[m] = i;
        done = max(done, reach);
    }
    while (q--) {
        int m;
        cin >> m;
        cout << answer[m] << ' ';
    }
    cout << '\n';
}
