// Counts both sides in a sorted map and remembers the order in a list.
#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    map<string, pair<int, int>> counts;
    vector<string> order;
    while (n--) {
        string code;
        char side;
        cin >> code >> side;
        if (!counts.count(code)) order.push_back(code);
        auto &[left, right] = counts[code];
        (side == 'L' ? left : right)++;
    }
    bool any = false;
    for (auto &code : order) {
        auto [left, right] = counts[code];
        if (left == right) continue;
        any = true;
        cout << code << ' ' << (left > right ? 'R' : 'L') << ' ' << (left > right ? left - right : right - left) << '\n';
    }
    if (!any) cout << "all paired\n";
}
