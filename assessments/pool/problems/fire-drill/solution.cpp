// Spreads the ways in rounds until nothing changes, forwards and backwards over the plan.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    int h, w;
    cin >> h >> w;
    vector<string> plan(h + 2, string(w + 2, '#'));
    vector<vector<int>> way(h + 2, vector<int>(w + 2, 1000000));
    for (int y = 1; y <= h; ++y) {
        string row;
        cin >> row;
        for (int x = 1; x <= w; ++x) {
            plan[y][x] = row[x - 1];
            if (row[x - 1] == 'E') way[y][x] = 0;
        }
    }
    auto relax = [&](int y, int x) {
        if (plan[y][x] == '#') return false;
        int best = min(min(way[y - 1][x], way[y + 1][x]), min(way[y][x - 1], way[y][x + 1])) + 1;
        if (best >= way[y][x]) return false;
        way[y][x] = best;
        return true;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (int y = 1; y <= h; ++y)
            for (int x = 1; x <= w; ++x) changed |= relax(y, x);
        for (int y = h; y; --y)
            for (int x = w; x; --x) changed |= relax(y, x);
    }
    int longest = 0, number = 0, blocked = 0;
    for (int y = 1; y <= h; ++y)
        for (int x = 1; x <= w; ++x) {
            if (plan[y][x] != 'D') continue;
            if (way[y][x] >= 1000000) ++blocked;
            else if (way[y][x] > longest) longest = way[y][x], number = 1;
            else if (way[y][x] == longest) ++number;
        }
    if (blocked) cout << "blocked " << blocked << '\n';
    else cout << longest << ' ' << number << '\n';
}
