// Cuts the day at all starts and ends and counts the singers who are away in each piece.
#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <set>
#include <vector>

using namespace std;

int main() {
    long long n, a, b, d, m;
    cin >> n >> a >> b >> d >> m;
    vector<array<long long, 3>> events(n);
    set<long long> marks = {a, b};
    for (auto &[who, start, end] : events) {
        cin >> who >> start >> end;
        for (long long mark : {start, end})
            if (a < mark && mark < b) marks.insert(mark);
    }
    sort(events.begin(), events.end(), [](auto &x, auto &y) { return x[1] < y[1]; });
    auto by_end = events;
    sort(by_end.begin(), by_end.end(), [](auto &x, auto &y) { return x[2] < y[2]; });
    map<long long, int> away;
    size_t coming = 0, going = 0;
    long long begin = -1;
    vector<long long> cuts(marks.begin(), marks.end());
    for (size_t i = 0; i + 1 < cuts.size(); ++i) {
        while (coming < events.size() && events[coming][1] <= cuts[i]) ++away[events[coming++][0]];
        while (going < by_end.size() && by_end[going][2] <= cuts[i]) {
            auto it = away.find(by_end[going++][0]);
            if (!--it->second) away.erase(it);
        }
        if ((long long)away.size() > m) {
            begin = -1;
            continue;
        }
        if (begin < 0) begin = cuts[i];
        if (cuts[i + 1] - begin >= d) {
            cout << begin << '\n';
            return 0;
        }
    }
    cout << "none\n";
}
