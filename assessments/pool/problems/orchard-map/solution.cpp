// Adds up the cells of each rectangle; a hundred rows are few for a compiled program.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int h, w, s, q;
    cin >> h >> w >> s >> q;
    vector<vector<long long>> apples(h + 1, vector<long long>(w + 1));
    for (int i = 1; i <= h; ++i)
        for (int j = 1; j <= w; ++j) cin >> apples[i][j];
    while (s--) {
        int r, c;
        cin >> r >> c;
        apples[r][c] = 0;
    }
    while (q--) {
        int a, b, c, d;
        cin >> a >> b >> c >> d;
        long long total = 0;
        for (int i = min(a, c); i <= max(a, c); ++i)
            for (int j = min(b, d); j <= max(b, d); ++j) total += apples[i][j];
        cout << total << '\n';
    }
}
