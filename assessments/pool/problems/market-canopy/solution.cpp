// For each pair of left and right column, walks down the rows with the stretch since the last bad row.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    int h, w;
    cin >> h >> w;
    vector<string> rows(h);
    for (auto &row : rows) cin >> row;
    int best = 0;
    for (int left = 0; left < w; ++left) {
        vector<int> state(h, 0);  // 0 free, 1 has a drain, 2 has a post
        for (int right = left; right < w; ++right) {
            int start = 0, drain = -1;
            for (int y = 0; y < h; ++y) {
                state[y] = max(state[y], rows[y][right] == '#' ? 2 : rows[y][right] == 'o' ? 1 : 0);
                if (state[y] == 2) {
                    start = y + 1;
                } else if (state[y] == 1) {
                    start = max(start, drain + 1);
                    drain = y;
                }
                best = max(best, (y - start + 1) * (right - left + 1));
            }
        }
    }
    cout << best << '\n';
}
