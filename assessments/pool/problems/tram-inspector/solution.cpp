// Tries rounds by going back, and cuts off what is late, no better than the best, or leaves somebody too late.
#include <climits>
#include <iostream>
#include <vector>

using namespace std;

int n, best = INT_MAX;
vector<int> deadline;
vector<vector<int>> times;
vector<vector<int>> known;

void visit(int stop, int visited, int minute) {
    if (minute >= best || minute > deadline[stop] || minute >= known[visited][stop]) return;
    known[visited][stop] = minute;
    if (visited == (1 << n) - 1) {
        best = minute;
        return;
    }
    for (int next = 0; next < n; ++next)
        if (!(visited >> next & 1) && minute > deadline[next]) return;
    for (int next = 0; next < n; ++next)
        if (!(visited >> next & 1)) visit(next, visited | 1 << next, minute + times[stop][next]);
}

int main() {
    cin >> n;
    deadline.resize(n);
    times.assign(n, vector<int>(n));
    known.assign(1 << n, vector<int>(n, INT_MAX));
    for (auto &one : deadline) cin >> one;
    for (auto &row : times)
        for (auto &one : row) cin >> one;
    for (int first = 0; first < n; ++first) visit(first, 1 << first, 0);
    cout << (best == INT_MAX ? -1 : best) << '\n';
}
