// The hall gets a frame of pillars; directions are a table.
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    int h, w;
    cin >> h >> w;
    vector<string> hall(h + 2, string(w + 2, '#'));
    int y = 0, x = 0, facing = 0;
    for (int i = 1; i <= h; ++i) {
        string row;
        cin >> row;
        for (int j = 1; j <= w; ++j) {
            hall[i][j] = row[j - 1];
            if (row[j - 1] == 'R') y = i, x = j;
        }
    }
    const int dy[] = {-1, 0, 1, 0}, dx[] = {0, 1, 0, -1};
    string commands;
    cin >> commands;
    hall[y][x] = '*';
    int clean = 1;
    for (char c : commands) {
        if (c == 'L') {
            facing = (facing + 3) % 4;
        } else if (c == 'R' || hall[y + dy[facing]][x + dx[facing]] == '#') {
            facing = (facing + 1) % 4;
        } else {
            y += dy[facing], x += dx[facing];
            if (hall[y][x] != '*') ++clean;
            hall[y][x] = '*';
        }
    }
    cout << clean << ' ' << y << ' ' << x << '\n';
}
