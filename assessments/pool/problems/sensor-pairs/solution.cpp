// Sorts remainders made positive and measures stretches of equal ones.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    long long n, m;
    cin >> n >> m;
    vector<long long> rest(n);
    for (auto &one : rest) {
        cin >> one;
        one = (one % m + m) % m;
    }
    sort(rest.begin(), rest.end());
    long long pairs = 0, largest = 0, run = 0;
    for (int i = 0; i < n; ++i) {
        run = i && rest[i] == rest[i - 1] ? run + 1 : 1;
        pairs += run - 1;
        largest = max(largest, run);
    }
    cout << pairs << ' ' << largest << '\n';
}
