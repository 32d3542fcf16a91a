// Rows are bit masks; a slow and a fast garden find the length of the round (no history is kept).
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int h, w;

vector<unsigned> grow(const vector<unsigned> &rows) {
    unsigned all = (1u << w) - 1;
    vector<unsigned> fresh(h);
    for (int y = 0; y < h; ++y) {
        unsigned row = rows[y], up = rows[(y + h - 1) % h], down = rows[(y + 1) % h];
        unsigned left = (row << 1 | row >> (w - 1)) & all, right = (row >> 1 | row << (w - 1)) & all;
        unsigned four = up & down & left & right;
        unsigned two = (up & down) | (left & right) | ((up | down) & (left | right));
        fresh[y] = ((row & ~four) | (~row & two)) & all;
    }
    return fresh;
}

int main() {
    long long years;
    cin >> h >> w >> years;
    vector<unsigned> garden(h);
    for (auto &row : garden) {
        string line;
        cin >> line;
        for (int x = 0; x < w; ++x) row |= (line[x] == '*' ? 1u : 0u) << x;
    }
    auto later = garden;
    long long passed = 0;
    for (; passed < years && passed < 200; ++passed) later = grow(later);
    if (passed < years) {
        auto round = grow(later);
        long long length = 1;
        for (; round != later; ++length) round = grow(round);
        for (long long left = (years - passed) % length; left; --left) later = grow(later);
    }
    for (auto row : later) {
        for (int x = 0; x < w; ++x) cout << (row >> x & 1 ? '*' : '.');
        cout << '\n';
    }
}
