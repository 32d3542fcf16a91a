// A sorted multiset of the temperatures in the window, which grows to the right from every start.
#include <algorithm>
#include <iostream>
#include <set>
#include <vector>

using namespace std;

int main() {
    int n, k;
    long long d;
    cin >> n >> k >> d;
    vector<long long> minutes(n);
    for (auto &one : minutes) cin >> one;
    multiset<long long> window;
    long long found = 0;
    int longest = 0, end = 0;
    for (int start = 0; start < n; ++start) {
        while (end < n) {
            window.insert(minutes[end]);
            if (*window.rbegin() - *window.begin() > d) {
                window.erase(window.find(minutes[end]));
                break;
            }
            ++end;
        }
        longest = max(longest, end - start);
        found += max(0, end - start - k + 1);
        window.erase(window.find(minutes[start]));
    }
    cout << found << ' ' << longest << '\n';
}
