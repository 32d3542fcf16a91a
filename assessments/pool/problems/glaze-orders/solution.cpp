// Each pair of orders costs at least the cheaper of its two sequences, and all pairs can have that at once.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<long long> t(n), c(n);
    long long best = 0, listed = 0;
    for (int i = 0; i < n; ++i) {
        cin >> t[i] >> c[i];
        best += t[i] * c[i];
        listed += t[i] * c[i];
        for (int j = 0; j < i; ++j) {
            best += min(t[j] * c[i], t[i] * c[j]);
            listed += t[j] * c[i];
        }
    }
    cout << best << ' ' << listed << '\n';
}
