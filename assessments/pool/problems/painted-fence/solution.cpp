// From the last coat to the first on numbered pieces; a piece that has two coats is jumped over for good.
#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <set>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<array<long long, 3>> coats(n);
    set<long long> ends;
    map<long long, long long> seen;
    for (auto &[a, b, colour] : coats) {
        cin >> a >> b >> colour;
        ends.insert(a);
        ends.insert(b + 1);
        seen[colour] = 0;
    }
    vector<long long> mark(ends.begin(), ends.end());
    int pieces = mark.size();
    vector<int> next(pieces + 1), layers(pieces);
    vector<long long> top(pieces);
    for (int i = 0; i <= pieces; ++i) next[i] = i;
    auto open = [&](int piece) {
        while (next[piece] != piece) piece = next[piece] = next[next[piece]];
        return piece;
    };
    for (int i = n - 1; i >= 0; --i) {
        auto [a, b, colour] = coats[i];
        int from = lower_bound(mark.begin(), mark.end(), a) - mark.begin();
        for (int piece = open(from); mark[piece] <= b; piece = open(piece + 1)) {
            if (!layers[piece] || top[piece] != colour) seen[colour] += mark[piece + 1] - mark[piece];
            top[piece] = colour;
            if (++layers[piece] == 2) next[piece] = piece + 1;
        }
    }
    for (auto &[colour, boards] : seen) cout << colour << ' ' << boards << '\n';
}
