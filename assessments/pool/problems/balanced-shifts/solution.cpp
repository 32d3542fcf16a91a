// Tries every period.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    long long k;
    cin >> n >> k;
    vector<int> day(n);
    for (auto &one : day) cin >> one;
    long long fair = 0, longest = 0;
    for (int from = 0; from < n; ++from) {
        long long total = 0;
        for (int to = from; to < n; ++to) {
            total += day[to];
            if (total == k) ++fair, longest = max<long long>(longest, to - from + 1);
        }
    }
    cout << fair << ' ' << longest << '\n';
}
