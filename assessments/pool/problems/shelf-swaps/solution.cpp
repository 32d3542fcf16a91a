// Compares every pair of books.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<int> mark(n);
    for (auto &one : mark) cin >> one;
    long long up = 0, down = 0;
    for (int i = 0; i < n; ++i)
        for (int j = i + 1; j < n; ++j) {
            up += mark[i] > mark[j];
            down += mark[i] < mark[j];
        }
    cout << (up == down ? "same " : up < down ? "up " : "down ") << min(up, down) << '\n';
}
