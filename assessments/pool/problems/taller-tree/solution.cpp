// Jumps from right to left: whoever is not taller than me points me on to a taller one.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<long long> height(2 * n);
    for (int i = 0; i < n; ++i) {
        cin >> height[i];
        height[i + n] = height[i];
    }
    vector<int> next(2 * n, 2 * n);
    for (int i = 2 * n - 2; i >= 0; --i) {
        int j = i + 1;
        while (j < 2 * n && height[j] <= height[i]) j = next[j];
        next[i] = j;
    }
    for (int i = 0; i < n; ++i) cout << (next[i] < 2 * n ? next[i] - i : 0) << ' ';
    cout << '\n';
}
