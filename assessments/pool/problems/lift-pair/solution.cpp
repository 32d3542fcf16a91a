// Tries all pairs in the order in which Keiko would meet them.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    long long w;
    cin >> n >> w;
    vector<long long> crate(n);
    for (auto &one : crate) cin >> one;
    for (int second = 1; second < n; ++second)
        for (int first = 0; first < second; ++first)
            if (crate[first] + crate[second] == w) {
                cout << first + 1 << ' ' << second + 1 << '\n';
                return 0;
            }
    cout << -1 << '\n';
}
