// For each number of violins the earliest finish, violin after violin by deadline.
#include <algorithm>
#include <climits>
#include <iostream>
#include <utility>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<pair<long long, long long>> violins(n);
    for (auto &[deadline, time] : violins) cin >> time >> deadline;
    sort(violins.begin(), violins.end());
    const long long never = LLONG_MAX / 2;
    vector<long long> finish(n + 1, never);
    finish[0] = 0;
    for (int i = 0; i < n; ++i)
        for (int number = i; number >= 0; --number) {
            long long end = finish[number] + violins[i].second;
            if (end <= violins[i].first) finish[number + 1] = min(finish[number + 1], end);
        }
    int most = n;
    while (finish[most] == never) --most;
    cout << most << ' ' << finish[most] << '\n';
}
