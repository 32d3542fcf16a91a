// Tries every crew and counts each skill.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using namespace std;

int main() {
    int n, s;
    cin >> n >> s;
    vector<long long> wage(n);
    vector<string> has(n);
    for (int i = 0; i < n; ++i) cin >> wage[i] >> has[i];
    long long best = -1;
    for (int crew = 0; crew < 1 << n; ++crew) {
        long long cost = 0;
        vector<int> number(s, 0);
        for (int i = 0; i < n; ++i) {
            if (!(crew >> i & 1)) continue;
            cost += wage[i];
            for (int j = 0; j < s; ++j) number[j] += has[i][j] == '1';
        }
        bool good = all_of(number.begin(), number.end(), [](int one) { return one >= 2; });
        if (good && (best < 0 || cost < best)) best = cost;
    }
    cout << best << '\n';
}
